import { acceptances, fields, milestones } from './field/rules.ts';
import type { Text } from './text.ts';

/** Sentences of what the import itself finds: files, limits, and how records meet places. */
export const importNotes: Record<string, Text> = {
  'nothing-to-read': {
    zh: '{file} 里没有可导入的文件。请给出村界（.zip、.shp、.geojson）或台账（.xlsx、.csv）。',
    en: '{file} holds nothing to import. Add boundaries (.zip, .shp, .geojson) or ledgers (.xlsx, .csv).',
  },
  'file-missing': {
    zh: '找不到 {file}。请检查路径后重试。',
    en: '{file} does not exist. Check the path and try again.',
  },
  'file-empty': { zh: '{file} 是空文件，未读取。', en: '{file} is empty and was not read.' },
  'file-not-recognised': {
    zh: '{file} 不是可导入的文件。可导入：村界、镇界、道路、河流、地名（.geojson、.shp 或其 .zip），高程（.png 附 .pgw 和 .prj），台账（.xlsx、.csv）。',
    en: '{file} cannot be imported. Supported: boundaries, roads, rivers and places (.geojson, .shp or its .zip), elevation (.png with .pgw and .prj) and ledgers (.xlsx, .csv).',
  },
  'old-workbook': {
    zh: '{file} 是旧版 Excel 或 WPS 文件（.xls）。请另存为 .xlsx 后再导入。',
    en: '{file} is an old Excel or WPS workbook (.xls). Save it as .xlsx and import that file.',
  },
  'zip-damaged': {
    zh: '{file} 的压缩目录已损坏，无法打开。请重新压缩或重新另存后再导入。',
    en: '{file} is damaged: its zip directory cannot be read. Zip or save it again, then import it.',
  },
  'zip-too-many-entries': {
    zh: '{file} 里有 {entries} 个文件，超过上限 {limit} 个，未打开。',
    en: '{file} contains {entries} files; the limit is {limit}. It was not opened.',
  },
  'zip-too-large': {
    zh: '{file} 解压后有 {megabytes} MB，超过上限 {limit} MB，未打开。',
    en: '{file} unpacks to {megabytes} MB; the limit is {limit} MB. It was not opened.',
  },
  'zip-without-map': {
    zh: '{file} 里没有 .shp 或 .geojson，未读取。',
    en: '{file} contains no .shp or .geojson and was not read.',
  },
  'limit-time': {
    zh: '读取 {file} 超过 {seconds} 秒，已中止。请检查文件是否损坏，或拆分后分别导入。',
    en: 'Reading {file} took longer than {seconds} s and was stopped. Check the file for damage, or split it.',
  },
  'limit-memory': {
    zh: '读取 {file} 所需内存超过 {megabytes} MB，已中止。请检查文件是否损坏，或拆分后分别导入。',
    en: 'Reading {file} needed more than {megabytes} MB of memory and was stopped. Check the file for damage, or split it.',
  },
  'reading-failed': {
    zh: '{file} 无法读取：内容与格式不符或已损坏。请用原软件打开检查后重新导出。',
    en: '{file} cannot be read: it is damaged or not in the expected format. Open it in the program that made it and export it again.',
  },
  'boundaries-first': {
    zh: '库中还没有村界，{file} 里的 {rows} 行无处对应。请同时给出村界文件。',
    en: 'There are no boundaries yet, so the {rows} rows of {file} match no place. Import the boundary file with them.',
  },
  'no-villages': {
    zh: '首次导入需要村界：{file} 里没有村。请同时给出村界文件。',
    en: 'The first import needs village boundaries, and {file} has none. Import them together.',
  },
  'other-county': {
    zh: '{file} 是 {given} 的区划，本库是 {stored}。一个数据文件夹只放一个县，请用 --data 另指定文件夹。',
    en: '{file} is for county {given}; the database holds {stored}. A data folder holds one county: choose another with --data.',
  },
  'two-counties': {
    zh: '{file} 中有两个县的代码：{county} 有 {count} 个地点，{other} 有 {odd} 个（{names}）。本县是 {county} 的，请加 --confirm county={county} 再导入，其余各县的地点和台账行不采用并逐一列出；本县是 {other} 的，请加 --confirm county={other}；都属于本县的，请在文件中改用本县代码后重新导入。',
    en: '{file} has codes of two counties: {county} ({count} places) and {other} ({odd}: {names}). If yours is {county}, import again with --confirm county={county}: places and rows of the other are left out and listed. If it is {other}, use --confirm county={other}. If both belong to your county, correct the codes in the file and import again.',
  },
  'other-county-left-out': {
    zh: '{file}：{count} 个地点不属于 {county}，未采用：{names}。',
    en: '{file}: {count} places are outside {county} and were left out: {names}.',
  },
  'row-other-county': {
    zh: '{file} {sheet} 第 {row} 行：“{wanted}”不属于本县，未采用。',
    en: '{file} {sheet} row {row}: “{wanted}” is outside the county and was left out.',
  },
  'name-in-town': {
    zh: '{file}：{town}已有“{other}”（{otherCode}），{areaName}（{areaCode}）与它同名。有误请改正；确属同名，请加 --confirm same-name 再导入。',
    en: '{file}: {areaName} ({areaCode}) has the same name as {other} ({otherCode}) in {town}. Correct it, or, if both really share the name, import again with --confirm same-name.',
  },
  'place-change-pending': {
    zh: '{file}：不能改动{areaName}（{areaCode}）：已登记自{day}起的区划变更。请先撤销该变更，或在{day}之后导入。',
    en: '{file}: {areaName} ({areaCode}) cannot be changed: an area change is recorded from {day} on. Withdraw that change first, or import after that date.',
  },
  'pending-map-undrawn': {
    zh: '{file}：已登记、尚未生效的区划变更未能按新界线重新绘制，到期后仍按导入的界线显示。请在生效后导入变更后的村界。',
    en: '{file}: area changes still to come could not be drawn on the new boundaries. From their date on, the map shows the imported boundaries; import the changed ones then.',
  },
  'village-without-code': {
    zh: '{file} 中的 {areaName} 没有行政区划代码，库中也没有同名的村。请补上 12 位代码。',
    en: '{areaName} in {file} has no area code, and no village of that name is on record. Add its 12-digit code.',
  },
  'place-twice': {
    zh: '{areaName}（{areaCode}）在 {file} 和 {other} 中各有一个边界。请只保留一个。',
    en: '{areaName} ({areaCode}) has one shape in {file} and another in {other}. Keep only one.',
  },
  'partial-boundaries': {
    zh: '{file} 只有 {given} 个村，库中有 {stored} 个，缺 {missing} 个（{names}）。局部更新村界需要其余各村一并给出；如确已撤并，请在文件中体现。',
    en: '{file} has {given} villages, the database {stored}; {missing} are missing ({names}). Import the whole county, or a file that shows how they were merged.',
  },
  'village-gone': {
    zh: '{file} 中没有 {areaName}（{areaCode}），自本次起不再列入。',
    en: '{areaName} ({areaCode}) is not in {file} and is no longer listed.',
  },
  'village-renamed': {
    zh: '{areaCode} 由“{before}”更名为“{after}”，旧名保留可查。',
    en: '{areaCode} was renamed from {before} to {after}; search still finds the old name.',
  },
  'code-changed': {
    zh: '{areaName} 的代码由 {before} 改为 {after}，旧代码保留可查。',
    en: 'The code of {areaName} changed from {before} to {after}; search still finds the old code.',
  },
  'boundaries-same': {
    zh: '{file} 与现有村界一致（最大相差 {metres} 米），不另存新版。',
    en: '{file} matches the current boundaries (at most {metres} m apart); no new edition was saved.',
  },
  'boundaries-moved': {
    zh: '{file} 中 {count} 个村的边界与现有不同，将存为新版。',
    en: '{count} villages in {file} have new borders; they are saved as a new edition.',
  },
  'towns-derived': {
    zh: '没有镇界，{count} 个镇由所辖村界合并得出。',
    en: 'There are no town boundaries: {count} towns were built from their villages.',
  },
  'county-name-unknown': {
    zh: '文件中没有县名，暂以代码 {areaCode} 显示。给出含县名的县界文件即可更正。',
    en: 'No file names the county, so it shows as {areaCode}. Import a county boundary with its name to correct this.',
  },
  'town-unknown': {
    zh: '{file} 中的 {areaName} 没有写明所属的镇，代码 {areaCode} 也对应不到镇。请补上镇名或镇代码。',
    en: '{areaName} in {file} names no town, and its code {areaCode} belongs to none. Add the name or code of its town.',
  },
  'row-place-unknown': {
    zh: '{file} {sheet} 第 {row} 行：“{wanted}”在本县找不到对应的村（镇）。请改正名称或代码。',
    en: '{file} {sheet} row {row}: the county has no place “{wanted}”. Correct the name or code.',
  },
  'row-place-unclear': {
    zh: '{file} {sheet} 第 {row} 行：“{wanted}”可能是 {candidates}。请写明所属的镇或代码。',
    en: '{file} {sheet} row {row}: “{wanted}” matches {candidates}. Add the town or the code.',
  },
  'row-twice': {
    zh: '{file} {sheet} 第 {row} 行与第 {other} 行都是“{wanted}”，内容不同。请只保留一行。',
    en: '{file} {sheet}: rows {row} and {other} are both “{wanted}” but differ. Keep only one.',
  },
  'row-repeated': {
    zh: '{file} {sheet} 第 {row} 行与第 {other} 行相同，只取一次。',
    en: '{file} {sheet} row {row} repeats row {other} and was read once.',
  },
  'rows-without-day': {
    zh: '{file} {sheet}：{rows} 行没有填报日期，按导入当日{day}记。',
    en: '{file} {sheet}: {rows} rows have no reporting date and take the import date, {day}.',
  },
  'row-incomplete': {
    zh: '{file} {sheet} 第 {row} 行缺“{field}”，无法记入。请补填。',
    en: '{file} {sheet} row {row} has no “{field}” and cannot be recorded. Fill it in.',
  },
  'cells-proposed': {
    zh: '{file} {sheet} 第 {row} 行：{count}项不由您直接改动，已作为调整申请报县委组织部，同意后生效。',
    en: '{file} {sheet} row {row}: you may not change {count} of the cells directly. They were sent to the organisation department as a change request and take effect once accepted.',
  },
  'cells-foreign': {
    zh: '{file} {sheet} 第 {row} 行：{count}项（验收日期、核定补助等）由县委组织部、财政局填报，未采用。请负责的部门填报。',
    en: '{file} {sheet} row {row}: {count} cells (such as acceptance dates and approved subsidy) are reported by the organisation department and the finance bureau, and were left out. Ask the department in charge to fill them in.',
  },
  'row-older': {
    zh: '{file} {sheet}：{rows} 行早于库中已有的填报，作为较早情况未记入。',
    en: '{file} {sheet}: {rows} rows are older than the reports on record and were left out.',
  },
  'ledger-in-future': {
    zh: '{file} {sheet} 第 {row} 行的填报日期{day}晚于今天{today}。请核对日期。',
    en: '{file} {sheet} row {row}: the reporting date {day} is after today ({today}). Check the date.',
  },
  'visit-number-other': {
    zh: '{file} {sheet} 第 {row} 行：督查编号 {number} 在库中是“{theirs}”，表中是“{ours}”，两者的村、日期或督导组不同。如是同一次督查，请加 --confirm {number} 再导入，按表改写；如是另一次，请在表中换一个编号。',
    en: '{file} {sheet} row {row}: visit {number} is “{theirs}” on record but “{ours}” here; the villages, date or team differ. If it is the same visit, import again with --confirm {number} to replace the record. If not, change the number here.',
  },
  'visit-number-shared': {
    zh: '{file} {sheet} 第 {row} 行：库中有 {count} 次督查的编号都是 {number}（{theirs}），表中是“{ours}”，不能确定是哪一次。请在表中换一个编号，或按其中一次的村、日期和督导组填写。',
    en: '{file} {sheet} row {row}: {count} visits on record have the number {number} ({theirs}); “{ours}” here could be any of them. Change the number, or give the villages, date and team of the one you mean.',
  },
  'visit-number-ours': {
    zh: '{file} {sheet} 第 {row} 行：编号 {number} 属于系统填报时自动编的号，计划不能用。请在表中换一个编号。',
    en: '{file} {sheet} row {row}: {number} belongs to the series for visits recorded in the system; a plan cannot use it. Change the number.',
  },
  'visit-rows-differ': {
    zh: '{file} {sheet} 第 {row} 行与第 {other} 行的督查编号都是 {number}，但日期、状态、级别、方式、督导组或带队领导不同。请改成一致，或换一个编号。',
    en: '{file} {sheet}: rows {row} and {other} share the number {number} but differ in date, status, level, kind, team or leader. Make them agree, or change one number.',
  },
  'visit-closed-undated': {
    zh: '{file} {sheet} 第 {row} 行：督查 {number} 的状态为问题已全部销号，但有{open}个问题没有销号日期，按未销号记入。请补填销号日期后再导入。',
    en: '{file} {sheet} row {row}: visit {number} is marked as all signed off, but {open} findings have no sign-off date and stay open. Fill in the dates and import again.',
  },
  'visit-before-campaign': {
    zh: '{file} {sheet} 第 {row} 行：督查 {number} 的日期{day}早于行动起始日期{from}。日期有误请改正；确为行动之前的督查，请加 --confirm early 再导入。',
    en: '{file} {sheet} row {row}: visit {number} is dated {day}, before the campaign began on {from}. Correct the date, or, if the visit was made before the campaign, import again with --confirm early.',
  },
  'visit-other-century': {
    zh: '{file} {sheet} 第 {row} 行：督查 {number} 的日期{day}与今天{today}不在同一世纪，不能记入。请改正日期。',
    en: '{file} {sheet} row {row}: visit {number} is dated {day}, in another century than today ({today}), and cannot be recorded. Correct the date.',
  },
  'visit-trip-again': {
    zh: '{file} {sheet} 第 {row} 行：督查 {number}（{ours}）与 {other} 是同一行程、同一个村，计数时只算一次。请核对是否重复登记。',
    en: '{file} {sheet} row {row}: visit {number} ({ours}) is the same trip to the same village as {other} and counts once. Check whether it was recorded twice.',
  },
  'venue-accepted-items': {
    zh: '{file} {sheet} 第 {row} 行：{place}已有部门验收，但达标清单缺{lack}项。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm accepted-items 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place} was accepted by a department, but the checklist lacks {lack} items. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm accepted-items (this accepts every such case, with no reason recorded).',
  },
  'venue-built-items': {
    zh: '{file} {sheet} 第 {row} 行：{place}已建成，但达标清单缺{lack}项。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm built-items 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place} is built, but the checklist lacks {lack} items. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm built-items (this accepts every such case, with no reason recorded).',
  },
  'venue-paid-early': {
    zh: '{file} {sheet} 第 {row} 行：{place}两部门尚未都验收，补助已足额拨付。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm paid-early 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place} was paid in full before both departments had accepted. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm paid-early (this accepts every such case, with no reason recorded).',
  },
  'venue-done-emptied': {
    zh: '{file} {sheet} 第 {row} 行：{place}“{field}”原报{day}完成，表中为空。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-emptied 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: “{field}” was reported done on {day} but is blank here. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm done-emptied (this accepts every such case, with no reason recorded).',
  },
  'venue-done-earlier': {
    zh: '{file} {sheet} 第 {row} 行：{place}“{field}”原报{day}完成，表中改为更早的日期。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-earlier 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: “{field}” was reported done on {day} but has an earlier date here. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm done-earlier (this accepts every such case, with no reason recorded).',
  },
  'venue-done-unreported': {
    zh: '{file} {sheet} 第 {row} 行：{place}“{field}”在{day}报送时尚未完成，表中的完成日期更早。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-unreported 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: “{field}” was still open in the report of {day}; here it was done earlier. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm done-unreported (this accepts every such case, with no reason recorded).',
  },
  'venue-item-emptied': {
    zh: '{file} {sheet} 第 {row} 行：{place}达标清单中原已填报的项被清空。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm item-emptied 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: checklist items reported before are blank here. Correct it; or, if it is right, give the reason in the column “reason” and import again, or import with --confirm item-emptied (this accepts every such case, with no reason recorded).',
  },
  'organisation-done-emptied': {
    zh: '{file} {sheet} 第 {row} 行：{place}的问题“{problem}”原报{day}整改完成，表中为空。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-emptied 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: the problem “{problem}” was reported corrected on {day} and is blank here. Correct it; or, if it is so, give the reason in a column “reason” and import again, or import with --confirm done-emptied (all of this kind are taken, without a reason).',
  },
  'organisation-done-earlier': {
    zh: '{file} {sheet} 第 {row} 行：{place}的问题“{problem}”原报{day}整改完成，表中改为更早的日期。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-earlier 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: the problem “{problem}” was reported corrected on {day} and is of an earlier day here. Correct it; or, if it is so, give the reason in a column “reason” and import again, or import with --confirm done-earlier (all of this kind are taken, without a reason).',
  },
  'organisation-done-unreported': {
    zh: '{file} {sheet} 第 {row} 行：{place}的问题“{problem}”在{day}报送时尚未整改完成，表中的完成日期更早。有误请改正；如属实，请在“原因说明”列写明原因后再导入，或加 --confirm done-unreported 再导入（本次所有此类情况照录，不记原因）。',
    en: '{file} {sheet} row {row}: {place}: the report of {day} had the problem “{problem}” still open; here it is corrected on an earlier day. Correct it; or, if it is so, give the reason in a column “reason” and import again, or import with --confirm done-unreported (all of this kind are taken, without a reason).',
  },
  'row-reason-long': {
    zh: '{file} {sheet} 第 {row} 行：不能导入：“原因说明”有 {count} 字，超过 {most} 字。请缩短后再导入。',
    en: '{file} {sheet} row {row} cannot be imported: the reason has {count} characters; the limit is {most}. Shorten it and import again.',
  },
  'campaign-item-unknown': {
    zh: '{file} {sheet} 第 {row} 行：“{item}”不是行动方案的项目，未采用。',
    en: '{file} {sheet} row {row}: “{item}” is not an item of a campaign plan and was left out.',
  },
  'campaign-without-start': {
    zh: '{file} 没有写明行动的起始日期，未采用。请补上“起始日期”一行。',
    en: '{file} does not give the first day of the campaign and was left out. Add that row.',
  },
};

/** The cells a record cannot do without, by the words of their fields; where it helps, with what may stand in them. */
export const fieldTitles: Record<string, Text> = {
  ...milestones,
  ...acceptances,
  village: { zh: `${fields.village.zh}名称或${fields.code.zh}`, en: 'Name or area code of the village' },
  stage: fields.stage,
  namedBy: { zh: `${fields.namedBy.zh}（市定、县定）`, en: `${fields.namedBy.en} (city or county)` },
  number: fields.visitNumber,
  occurredOn: fields.visitOn,
  level: {
    zh: `${fields.visitLevel.zh}（省级、市级、县级、镇级）`,
    en: `${fields.visitLevel.en} (province, city, county or town)`,
  },
  villages: fields.visitVillages,
  leader: fields.leaderId,
};
