import type { Text } from './text.ts';

/** Sentences of what reading workbooks and CSV files notices. `{sheet}` is empty for a CSV, so it stands bare, as the file's name does. */
export const sheetNotes: Record<string, Text> = {
  'workbook-encrypted': {
    zh: '{file} 设有打开密码，无法读取：请去掉密码另存后再导入。',
    en: '{file} is password-protected and cannot be read: save it without the password and import it again.',
  },
  'workbook-unreadable': {
    zh: '{file} 不是完好的表格文件，无法读取：请在 Excel 或 WPS 中打开，另存为 .xlsx 后再导入。',
    en: '{file} is not an intact workbook and cannot be read: open it in Excel or WPS, save it as .xlsx and import it again.',
  },
  'workbook-xlsb': {
    zh: '{file} 是 .xlsb 格式，不能读取：请另存为 .xlsx 后再导入。',
    en: '{file} is an .xlsb workbook, which cannot be read: save it as .xlsx and import it again.',
  },
  'workbook-et': {
    zh: '{file} 是 WPS 的 .et 格式，不能读取：请在 WPS 中另存为 .xlsx 后再导入。',
    en: '{file} is a WPS .et workbook, which cannot be read: save it as .xlsx in WPS and import it again.',
  },
  'ledger-not-recognised': {
    zh: '{file} 中没有认出任何台账：表头应使用模板中的列名（如“行政区划代码”“村名”“建设阶段”“报送日期”），请对照示例台账修改表头。',
    en: 'No ledger was recognised in {file}: the header row should use the column names of the sample ledgers. Correct the headers and import it again.',
  },
  'sheet-hidden': {
    zh: '{file} 的工作表 {sheet} 是隐藏的，没有读取：如需导入，请取消隐藏。',
    en: '{file}: the sheet {sheet} is hidden and was not read; unhide it to import it.',
  },
  'sheet-no-ledger': {
    zh: '{file} 的工作表 {sheet} 不是台账，没有读取。',
    en: '{file}: the sheet {sheet} is not a ledger and was not read.',
  },
  'sheet-too-long': {
    zh: '{file} {sheet} 超过 {rows} 行：请删去多余的行后再导入。',
    en: '{file} {sheet} has more than {rows} rows: remove the excess and import it again.',
  },
  'ledger-empty': {
    zh: '{file} {sheet} 只有表头，没有数据行。',
    en: '{file} {sheet} has a header but no rows.',
  },
  'column-not-known': {
    zh: '{file} {sheet} 的列“{column}”不认识，该列没有读取。',
    en: '{file} {sheet}: the column “{column}” was not recognised and was not read.',
  },
  'column-twice': {
    zh: '{file} {sheet} 的列“{column}”与前面的列重复，只读取前面一列：请删去多余的列。',
    en: '{file} {sheet}: the column “{column}” repeats an earlier one; only the first was read. Delete the extra column.',
  },
  'column-worked-out': {
    zh: '{file} {sheet} 的列“{column}”由系统计算，不从文件读取。',
    en: '{file} {sheet}: the column “{column}” is calculated by the system and is not read from the file.',
  },
  'visit-level-assumed': {
    zh: '{file} {sheet} 没有“督查级别”列，全部按县级督查读取。',
    en: '{file} {sheet} has no column for the level of visits: all were read as county visits.',
  },
  'year-from-file': {
    zh: '{file} {sheet} 有 {cells} 处日期没有年份，按文件日期（或其他各行的年份）读为 {year} 年前后。',
    en: '{file} {sheet}: {cells} dates had no year; the date of the file or its other rows suggests {year}.',
  },
  'cell-unreadable': {
    zh: '{file} {sheet} 第 {row} 行“{column}”的内容“{text}”无法理解，按未填处理：请改正后重新导入。',
    en: '{file} {sheet} row {row}, column “{column}”: “{text}” was not understood and counts as blank. Correct it and import it again.',
  },
  'cell-needed': {
    zh: '{file} {sheet} 第 {row} 行缺少“{column}”：请补填。',
    en: '{file} {sheet} row {row} has no “{column}”: fill it in.',
  },
  'code-broken': {
    zh: '{file} {sheet} 第 {row} 行“{column}”的代码“{text}”已被表格软件改成科学计数，末位丢失：请把该列设为文本，重新填写 12 位代码。',
    en: '{file} {sheet} row {row}, column “{column}”: the spreadsheet turned the code “{text}” into scientific notation and lost digits. Format the column as text and enter the 12 digits again.',
  },
  'day-without-year': {
    zh: '{file} {sheet} 第 {row} 行“{column}”的日期“{text}”没有年份，文件名和标题中也没有，按未填处理：请写成 2026-08-17 的形式。',
    en: '{file} {sheet} row {row}, column “{column}”: the date “{text}” has no year, the file name and title give none, and it counts as blank. Write it as 2026-08-17.',
  },
  'row-without-place': {
    zh: '{file} {sheet} 第 {row} 行既没有代码也没有地名：请补填或删去该行。',
    en: '{file} {sheet} row {row} has neither an area code nor a place name: fill one in or delete the row.',
  },
  'total-rows': {
    zh: '{file} {sheet} 有 {rows} 行合计，未作为数据读取。',
    en: '{file} {sheet}: {rows} total rows were not read as records.',
  },
};
