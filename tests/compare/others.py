"""Workbooks as other readers see them: each sheet a dict from a cell's address to (kind, value)."""

import datetime
import re
import warnings

import openpyxl
import pyxlsb
import xlrd
from odf.opendocument import load
from odf.table import Table

warnings.filterwarnings("ignore")


def address(row, column):
    """A1 notation of a row from 1 and a column from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def typed(value):
    """A Python value as (kind, value)."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, (int, float)):
        return ("number", float(value))
    if isinstance(value, datetime.datetime):
        return ("date", value)
    if isinstance(value, datetime.date):
        return ("date", datetime.datetime.combine(value, datetime.time()))
    if isinstance(value, datetime.time):
        return ("time", datetime.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond))
    if isinstance(value, datetime.timedelta):
        return ("time", value)
    return ("text", str(value))


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for sheet in book.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    kind = "error" if cell.data_type == "e" else None
                    cells[cell.coordinate] = (kind, cell.value) if kind else typed(cell.value)
        sheets[sheet.title] = cells
    return sheets


def by_xlrd(path):
    with open("/dev/null", "w") as silence:
        book = xlrd.open_workbook(path, logfile=silence)
    sheets = {}
    for sheet in book.sheets():
        cells = {}
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row)):
                if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                if cell.ctype == xlrd.XL_CELL_TEXT:
                    value = ("text", cell.value)
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    value = ("boolean", bool(cell.value))
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    value = ("error", xlrd.error_text_from_code.get(cell.value, f"#{cell.value}"))
                elif cell.ctype == xlrd.XL_CELL_DATE:
                    value = ("serial", (cell.value, book.datemode))
                else:
                    value = ("number", cell.value)
                cells[address(row + 1, column)] = value
        sheets[sheet.name] = cells
    return sheets


# pyxlsb tells an error by its code.
XLSB_ERRORS = {
    "0x0": "#NULL!", "0x7": "#DIV/0!", "0xf": "#VALUE!", "0x17": "#REF!", "0x1d": "#NAME?", "0x24": "#NUM!", "0x2a": "#N/A",
}


def by_pyxlsb(path):
    sheets = {}
    with pyxlsb.open_workbook(path) as book:
        for name in book.sheets:
            cells = {}
            with book.get_sheet(name) as sheet:
                for row in sheet.rows(sparse=True):
                    for cell in row:
                        if cell.v is not None:
                            cells[address(cell.r + 1, cell.c)] = ("error", XLSB_ERRORS[cell.v]) if cell.v in XLSB_ERRORS else typed(cell.v)
            sheets[name] = cells
    return sheets


ODF_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODF_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
ODF_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def by_odfpy(path):
    sheets = {}
    for table in load(path).spreadsheet.getElementsByType(Table):
        cells = {}
        _rows(table, 1, cells)
        sheets[table.attributes.get((ODF_TABLE, "name"), "")] = cells
    return sheets


def _rows(parent, number, cells):
    """Takes up the rows under an element; groups of rows stand within each other. The number of the row after them."""
    for child in parent.childNodes:
        if child.nodeType != 1 or child.qname[0] != ODF_TABLE:
            continue
        if child.qname[1] in ("table-rows", "table-row-group", "table-header-rows"):
            number = _rows(child, number, cells)
        elif child.qname[1] == "table-row":
            times = int(child.attributes.get((ODF_TABLE, "number-rows-repeated"), 1))
            filled = _cells(child)
            if filled:
                for row in range(number, number + min(times, 10_000)):
                    cells.update({address(row, column): value for column, value in filled})
            number += times
    return number


def _cells(row):
    filled, column = [], 0
    for cell in row.childNodes:
        if cell.nodeType != 1 or cell.qname not in ((ODF_TABLE, "table-cell"), (ODF_TABLE, "covered-table-cell")):
            continue
        times = int(cell.attributes.get((ODF_TABLE, "number-columns-repeated"), 1))
        value = _odf_value(cell)
        # What a merge covers is seen by nobody.
        if value is not None and cell.qname[1] == "table-cell":
            filled += [(column + nth, value) for nth in range(min(times, 10_000))]
        column += times
    return filled


def _odf_value(cell):
    of = lambda name: cell.attributes.get((ODF_OFFICE, name))
    kind = of("value-type")
    paragraphs = [_text(child) for child in cell.childNodes if child.nodeType == 1 and child.qname in ((ODF_TEXT, "p"), (ODF_TEXT, "h"))]
    text = "\n".join(paragraphs)
    if kind in ("float", "percentage", "string") and re.fullmatch(r"#[A-Z0-9/]+[!?]?|Err:\d+", text):
        # LibreOffice stores an error as 0 beside the error's words.
        return ("error", text)
    if kind in ("float", "percentage", "currency"):
        return ("number", float(of("value")))
    if kind == "boolean":
        return ("boolean", of("boolean-value") == "true")
    if kind == "date":
        return ("date", datetime.datetime.fromisoformat(of("date-value")[:26]))
    if kind == "time":
        return ("duration", of("time-value"))
    stated = of("string-value")
    text = stated if stated is not None else text
    return ("text", text) if text else None


def _text(node):
    words = []
    for child in node.childNodes:
        if child.nodeType in (3, 4):
            words.append(str(child.data))
        elif child.qname == (ODF_TEXT, "s"):
            words.append(" " * int(child.attributes.get((ODF_TEXT, "c"), 1)))
        elif child.qname == (ODF_TEXT, "tab"):
            words.append("\t")
        elif child.qname == (ODF_TEXT, "line-break"):
            words.append("\n")
        elif child.qname[0] != ODF_OFFICE:
            words.append(_text(child))
    return "".join(words)


READERS = {"xlsx": by_openpyxl, "xlsm": by_openpyxl, "xls": by_xlrd, "xlsb": by_pyxlsb, "ods": by_odfpy}
