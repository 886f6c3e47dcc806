"""Write the five example workbooks and the model from the TOML sources beside this file.

    python3 make.py                   write them
    python3 make.py --check           read what is written, and say where it differs from the sources
    python3 make.py mihon-shokai      the same for some of them, by the names of their sources

README.md says what must be installed.
"""

import csv
import datetime
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import xlrd
import xlwt
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from headings import HEADINGS, OPTIONAL, ORGANIZATION

HERE = Path(__file__).parent
THERE = HERE.parent

# ---------------------------------------------------------------- the sources


def read_source(company):
    """The company's sheets, in the workbook's order: {sheet: rows of cells}, a table's first row being its headings."""
    with open(HERE / f"{company}.toml", "rb") as file:
        source = tomllib.load(file)
    unknown = source.keys() - HEADINGS.keys()
    if unknown:
        sys.exit(f"{company}.toml: the workbook has no sheet {', '.join(sorted(unknown))}")
    return {sheet: rows(company, sheet, source[sheet]) for sheet in HEADINGS if sheet in source}


def rows(company, sheet, content):
    records = [content] if sheet == ORGANIZATION else content
    used = {heading for record in records for heading in record}
    headings = HEADINGS[sheet] + tuple(h for h in OPTIONAL.get(sheet, ()) if h in used)
    unknown = used - set(headings)
    if unknown:
        sys.exit(f"{company}.toml: the sheet {sheet} has no heading {', '.join(sorted(unknown))}")
    if sheet == ORGANIZATION:
        return [[heading, cell(content.get(heading))] for heading in headings]
    return [list(headings)] + [[cell(record.get(heading)) for heading in headings] for record in records]


def cell(value):
    return "\n".join(value) if isinstance(value, list) else value


# ---------------------------------------------------------------- xlsx, by openpyxl

NO_FILL = PatternFill()
HEADING_FILL = PatternFill("solid", start_color="DDE6EE")
LINE = Side(style="thin", color="B8C4CE")


def write_xlsx(path, sheets, date_format='yyyy"年"m"月"d"日"'):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "daicho"
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        labels = name == ORGANIZATION
        for row, values in enumerate(table, 1):
            for column, value in enumerate(values, 1):
                heading = column == 1 if labels else row == 1
                place = sheet.cell(row, column, value)
                place.font = Font(name="Yu Gothic", size=10, bold=heading)
                place.fill = HEADING_FILL if heading else NO_FILL
                place.border = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
                place.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
                if isinstance(value, datetime.date):
                    place.number_format = date_format
                elif isinstance(value, int):
                    place.number_format = "#,##0"
        for column, width in enumerate(widths(name, table), 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        for row, height in enumerate(heights(name, table), 1):
            sheet.row_dimensions[row].height = height
        sheet.freeze_panes = frozen(name)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
        sheet.page_setup.scale = 65
        if not labels:
            sheet.print_title_rows = "1:1"
    book.save(path)
    settle(path)


def widths(name, table):
    """As wide as what the columns hold; sentences are wrapped."""
    limit = 90 if name in ("方針", "安全管理措置", ORGANIZATION) else 46
    return [
        min(max(columns(line) for value in column for line in str(value or "").split("\n")) + 4, limit)
        for column in zip(*table)
    ]


def heights(name, table):
    """What the rows need in points, as wrapped into the widths; a spreadsheet has no row above 409."""
    across = widths(name, table)
    for row in table:
        lines = max(wrapped(value, width) for value, width in zip(row, across))
        yield min(14 * lines + 3, 409)


def wrapped(value, width):
    """The lines that a cell takes, a full-width letter being two columns wide."""
    text = "" if value is None else str(value)
    return sum(-(-max(columns(line), 1) // (width - 2)) for line in text.split("\n"))


def columns(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def frozen(name):
    """The first cell that scrolls: a ledger keeps its number and name in sight, too."""
    return {"事業者": "B1", "台帳": "C2"}.get(name, "A2")


# ---------------------------------------------------------------- xlsx and ods, by LibreOffice


def write_by_libreoffice(path, sheets):
    with tempfile.TemporaryDirectory() as room:
        draft = Path(room, "draft", path.name).with_suffix(".xlsx")
        draft.parent.mkdir()
        write_xlsx(draft, sheets, date_format="yyyy/mm/dd")
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={Path(room, 'profile').as_uri()}",
                "--convert-to",
                path.suffix[1:],
                "--outdir",
                room,
                str(draft),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        path.write_bytes(Path(room, path.name).read_bytes())
    settle(path)


CLOCK = re.compile(
    rb"<(dcterms:created|dcterms:modified|meta:creation-date|dc:date|meta:editing-duration)\b[^>]*>[^<]*</\1>"
)


MASTER_PAGE = re.compile(rb"<style:master-page .*?</style:master-page>")
MASTER_PAGES = re.compile(rb"(?<=<office:master-styles>).*(?=</office:master-styles>)")


def settle(path):
    """Take the hour of writing and the order of chance out of a zipped workbook: the same sources give the same bytes."""
    with zipfile.ZipFile(path) as old:
        parts = [(part, old.read(part)) for part in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for part, content in parts:
            if part.filename in ("docProps/core.xml", "meta.xml"):
                content = CLOCK.sub(b"", content)
            if part.filename == "styles.xml":
                content = MASTER_PAGES.sub(lambda pages: b"".join(sorted(MASTER_PAGE.findall(pages[0]))), content)
            still = zipfile.ZipInfo(part.filename, date_time=(1980, 1, 1, 0, 0, 0))
            still.compress_type = part.compress_type
            new.writestr(still, content)


# ---------------------------------------------------------------- xls, by xlwt


def write_xls(path, sheets):
    book = xlwt.Workbook(encoding="utf-8")
    base = (
        "font: name MS PGothic, height 200{}; align: wrap on, vert top, horz left; "
        "borders: left thin, right thin, top thin, bottom thin"
    )
    plain = xlwt.easyxf(base.format(""))
    bold = xlwt.easyxf(base.format(", bold on") + "; pattern: pattern solid, fore_colour gray25")
    date = xlwt.easyxf(base.format(""), num_format_str="yyyy/m/d")
    for name, table in sheets.items():
        sheet = book.add_sheet(name)
        labels = name == ORGANIZATION
        for row, values in enumerate(table):
            for column, value in enumerate(values):
                heading = column == 0 if labels else row == 0
                style = bold if heading else date if isinstance(value, datetime.date) else plain
                sheet.write(row, column, value, style)
        for column, width in enumerate(widths(name, table)):
            sheet.col(column).width = 256 * width
        for row, height in enumerate(heights(name, table)):
            sheet.row(row).height_mismatch = True
            sheet.row(row).height = int(20 * height)
        sheet.set_panes_frozen(True)
        sheet.set_horz_split_pos(0 if labels else 1)
        sheet.set_vert_split_pos({"事業者": 1, "台帳": 2}.get(name, 0))
        sheet.set_portrait(False)
    book.save(str(path))


# ---------------------------------------------------------------- csv, a file a sheet

CP932 = ("台帳", "窓口", "安全管理措置")
"""The sheets that one desk saves as Shift_JIS; another desk saves the others as UTF-8 with a byte order mark."""


def write_csv(path, sheets):
    path.mkdir(exist_ok=True)
    for old in path.glob("*.csv"):
        old.unlink()
    for name, table in sheets.items():
        with open(path / f"{name}.csv", "w", encoding=encoding(name), newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(table)


def encoding(name):
    return "cp932" if name in CP932 else "utf-8-sig"


# ---------------------------------------------------------------- reading them again


def read_xlsx(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [[day(value) for value in row] for row in sheet.values] for sheet in book}


def read_xls(path):
    book = xlrd.open_workbook(path)

    def value(place):
        if place.ctype == xlrd.XL_CELL_DATE:
            return day(xlrd.xldate_as_datetime(place.value, book.datemode))
        return int(place.value) if place.ctype == xlrd.XL_CELL_NUMBER else place.value or None

    return {s.name: [[value(place) for place in s.row(i)] for i in range(s.nrows)] for s in book.sheets()}


def read_ods(path):
    content = ElementTree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    ns = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }

    def attribute(element, prefix, name):
        return element.get(f"{{{ns[prefix]}}}{name}")

    def value(element):
        kind = attribute(element, "office", "value-type")
        if kind == "date":
            return datetime.date.fromisoformat(attribute(element, "office", "date-value")[:10])
        if kind == "float":
            return int(float(attribute(element, "office", "value")))
        return "\n".join("".join(line.itertext()) for line in element.findall("text:p", ns)) or None

    def row(element):
        return [
            value(place)
            for place in element.findall("table:table-cell", ns)
            for _ in range(int(attribute(place, "table", "number-columns-repeated") or 1))
        ]

    return {
        attribute(table, "table", "name"): [row(element) for element in table.iterfind(".//table:table-row", ns)]
        for table in content.iterfind(".//table:table", ns)
    }


def read_csv(path):
    sheets = {}
    for file in path.glob("*.csv"):
        with open(file, encoding=encoding(file.stem), newline="") as lines:
            sheets[file.stem] = [[value or None for value in row] for row in csv.reader(lines)]
    return sheets


def day(value):
    return value.date() if isinstance(value, datetime.datetime) else value


def differences(written, wanted):
    """What is written otherwise than the sources say; blanks after the last column or row do not count."""
    for sheet in sorted(written.keys() ^ wanted.keys()):
        yield f"the sheet {sheet} is on one side only"
    for sheet in written.keys() & wanted.keys():
        height = max(len(written[sheet]), len(wanted[sheet]))
        width = max(len(row) for row in (*written[sheet], *wanted[sheet]))
        for row in range(height):
            for column in range(width):
                there, here = at(written[sheet], row, column), at(wanted[sheet], row, column)
                if there != here:
                    yield f"{sheet} {get_column_letter(column + 1)}{row + 1}: {there!r}, not {here!r}"


def at(table, row, column):
    return table[row][column] if row < len(table) and column < len(table[row]) else None


def as_text(sheets):
    """The cells as a CSV file holds them."""
    return {
        name: [[None if value is None else str(value) for value in row] for row in table]
        for name, table in sheets.items()
    }


# ---------------------------------------------------------------- the five, and the model

WORKBOOKS = [
    ("rubato", "rubato.ods", write_by_libreoffice, read_ods),
    ("libra-plus", "libra-plus", write_csv, read_csv),
    ("ruft", "ruft.xlsx", write_by_libreoffice, read_xlsx),
    ("rocketworks", "rocketworks.xls", write_xls, read_xls),
    ("arrow-trust", "arrow-trust.xlsx", write_xlsx, read_xlsx),
    ("mihon-shokai", "../model/mihon-shokai.xlsx", write_xlsx, read_xlsx),
]


def main():
    asked = sys.argv[1:]
    check = asked[:1] == ["--check"]
    companies = asked[1:] if check else asked
    if set(companies) - {company for company, *_ in WORKBOOKS}:
        sys.exit(__doc__)
    wrong = 0
    for company, name, write, read in WORKBOOKS:
        if companies and company not in companies:
            continue
        sheets = read_source(company)
        if not check:
            write(THERE / name, sheets)
        wanted = as_text(sheets) if read is read_csv else sheets
        for difference in differences(read(THERE / name), wanted):
            print(f"{name}: {difference}")
            wrong += 1
        print(f"{name}: {len(sheets['台帳']) - 1} entries, {len(sheets)} sheets")
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
