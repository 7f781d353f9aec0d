"""How much of a file is read at most. Beyond these the file is refused with a sentence that names the limit."""

from __future__ import annotations

FILE_BYTES = 20 * 1024 * 1024
UNPACKED_BYTES = 300 * 1024 * 1024
UNPACKED_PART_BYTES = 200 * 1024 * 1024
UNPACKED_RATIO = 200  # a sheet of one repeated row packs about 100 : 1, a bomb 1,000 : 1
RATIO_MATTERS_FROM = 20 * 1024 * 1024  # small parts may pack as well as they like
ZIP_PARTS = 5_000
SHEETS = 50
COLUMNS = 512
ROWS = 100_000
CELLS = 4_000_000  # rows × columns of one sheet, empty ones included: a sheet is held densely while it is read
CELL_CHARS = 32_767  # what a spreadsheet program itself holds
LINE_CHARS = 1_000_000
STYLES_BYTES = 20 * 1024 * 1024  # formats of cells; an office's worst workbook has about 5 MB of them
CARD_LINES = 2_000
JSON_DEPTH = 64
FEATURES = 20_000
