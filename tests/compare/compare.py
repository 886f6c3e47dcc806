#!/usr/bin/env python3
"""Holds the cells that daicho sees against what openpyxl, xlrd, pyxlsb and odfpy see, on the files that both open.

    compare.py CELLS KNOWN ROOT...

CELLS is the program that tells daicho's cells (the example `cells`), KNOWN the list of known differences, each with its
explanation, ROOT a folder of workbooks. Fails where a difference is not known, and where a known one is no more.
"""

import datetime
import fnmatch
import json
import math
import multiprocessing
import pathlib
import re
import subprocess
import sys

from others import READERS

SECONDS_A_FILE = 60
TOLD_A_FILE = 5
DAY_0 = [datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)]


class Known:
    """The known differences: a line each of `file | sheet | cell | why`, the first three as patterns."""

    def __init__(self, path):
        lines = [line.strip() for line in open(path, encoding="utf-8")]
        self.lines = [[part.strip() for part in line.split(" | ", 3)] for line in lines if line and not line.startswith("#")]
        self.met = [0] * len(self.lines)

    def explains(self, file, sheet, cell):
        for nth, (of_file, of_sheet, of_cell, _) in enumerate(self.lines):
            if fnmatch.fnmatchcase(file, of_file) and fnmatch.fnmatchcase(sheet, of_sheet) and fnmatch.fnmatchcase(cell, of_cell):
                self.met[nth] += 1
                return True
        return False


def read_by_other(path, queue):
    try:
        queue.put(READERS[path.suffix.lower()[1:]](str(path)))
    except BaseException as error:  # Whatever makes another reader fail, it has not opened the file.
        queue.put(f"{type(error).__name__}: {error}"[:200])


def other(path):
    """What the other reader sees, or why it sees nothing."""
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=read_by_other, args=(path, queue))
    process.start()
    try:
        return queue.get(timeout=SECONDS_A_FILE)
    except Exception:
        return f"more than {SECONDS_A_FILE} seconds"
    finally:
        process.kill()
        process.join()


def words(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def close(a, b):
    return a == b or math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12)


def days(at, system):
    """The serial number of a moment. The first system counts a 29th of February 1900, so that it is a day behind before March."""
    number = (at - DAY_0[system]) / datetime.timedelta(days=1)
    return number - 1 if system == 0 and number < 61 else number


def clock(text):
    """The fraction of days that a time as a cell shows it is, and how exactly: `36:00`, `11:12:01`."""
    parts = text.split(":")
    if len(parts) not in (2, 3) or not all(part.replace(".", "", 1).isdigit() for part in parts):
        return None
    hours, minutes, seconds = (*map(float, parts), 0.0)[:3]
    return (hours * 3600 + minutes * 60 + seconds) / 86400, (60 if len(parts) == 2 else 1) / 86400


def duration(text):
    """The fraction of days that an ISO 8601 duration is."""
    hours, minutes, seconds = re.fullmatch(r"PT(\d+)H(\d+)M([\d.,]+)S", text).groups()
    return (int(hours) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))) / 86400


def fraction(kind, value):
    """The number of days that another reader's cell is, if it is a number or a time."""
    if kind == "time":
        return value / datetime.timedelta(days=1)
    if kind == "duration":
        return duration(value)
    if kind == "serial":
        return value[0]
    return value if kind == "number" else None


def same(ours, theirs):
    """Whether two cells are one. A serial number is the day that it stands for, whichever side makes a day of it."""
    (kind, value), (their_kind, their_value) = ours, theirs
    if their_kind == "text" and not str(their_value).strip():
        return False
    if kind == "date":
        value = datetime.datetime.fromisoformat(value)
        moment = datetime.timedelta(milliseconds=1000)
        if their_kind == "date":
            return abs(value - their_value) <= moment
        if their_kind == "serial":
            return abs(days(value, their_value[1]) - their_value[0]) * 86400 <= 1
        if their_kind == "number":
            return any(abs(days(value, system) - their_value) * 86400 <= 1 for system in (0, 1))
        return False
    number = fraction(their_kind, their_value)
    if kind == "text" and number is not None:
        # daicho has a time, and a number with leading zeros, as the cell shows it.
        shown = clock(value)
        return abs(shown[0] - number) < shown[1] if shown else value.isdigit() and value.startswith("0") and float(value) == number
    if kind == "number" and value < 0 and their_kind == "date":
        # No day: Excel shows #### for a negative number in a date's format. openpyxl counts back from 1900.
        return abs(days(their_value, 0) + 1 - value) * 86400 <= 1
    if kind == "number" and number is not None:
        return close(round(value, 9), round(number, 9)) if their_kind == "time" else close(value, number)
    if kind in ("text", "error") and their_kind in ("text", "error"):
        return words(str(value)) == words(str(their_value))
    return kind == their_kind and value == their_value


def differences(ours, theirs):
    """Where two readings of a workbook differ: (sheet, cell, what). A formula without a value is nothing to others."""
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in ours or name not in theirs:
            if ours.get(name) or theirs.get(name):
                yield (name, "*", "only seen by " + ("daicho" if name in ours else "the other"))
            continue
        mine = {at: value for at, value in ours[name].items() if value[0] != "formula"}
        yours = {at: value for at, value in theirs[name].items() if value[0] != "text" or str(value[1]).strip()}
        for at in sorted(mine.keys() | yours.keys(), key=lambda at: (len(at), at)):
            if at not in mine or at not in yours or not same(mine[at], yours[at]):
                yield (name, at, f"daicho {shown(mine.get(at))}, the other {shown(yours.get(at))}")


def shown(value):
    return "nothing" if value is None else f"{value[0]} {str(value[1])[:60]!r}"


def main():
    program, known_path, *roots = sys.argv[1:]
    known = Known(known_path)
    files = []
    for root in map(pathlib.Path, roots):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix.lower()[1:] in READERS:
                files.append((f"{root.name}/{path.relative_to(root)}", path))
    compared = cells = unopened = explained = 0
    unknown = []
    for name, path in files:
        theirs = other(path)
        if isinstance(theirs, str):
            unopened += 1
            continue
        told = json.loads(subprocess.run([program, str(path)], capture_output=True, check=True).stdout)
        if "refused" in told:
            is_blank = told["refused"] == "NoCells" and not any(theirs.values())
            found = [] if is_blank else [("*", "*", f"daicho refuses it: {told['refused']}")]
        else:
            ours = {sheet["name"]: sheet["cells"] for sheet in told["sheets"]}
            found = list(differences(ours, theirs))
            compared += 1
            cells += sum(len(sheet) for sheet in ours.values())
        new = [one for one in found if not known.explains(name, one[0], one[1])]
        explained += len(found) - len(new)
        for sheet, cell, what in new[:TOLD_A_FILE]:
            print(f"{name} | {sheet} | {cell} | {what}")
        if len(new) > TOLD_A_FILE:
            print(f"{name}: {len(new) - TOLD_A_FILE} more")
        unknown += new
    here = {name for name, _ in files}
    stale = [line for line, met in zip(known.lines, known.met) if not met and fnmatch.filter(here, line[0])]
    for line in stale:
        print("no difference any more: " + " | ".join(line))
    print(f"{len(files)} files, {compared} read by both with {cells} cells, {unopened} that the other reader does not open; "
          f"{explained} differences explained, {len(unknown)} not")
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main())
