# A workbook of measures; the names of refusals are those of crates/publish/src/xlsx/refusal.rs.
workbook-plan = Measure plan
workbook-percent = Percent
workbook-rate = Rate
workbook-phases = Phases
workbook-definition-notes = Changes of the definition
workbook-refusal = { $refusal ->
    [not-a-workbook] This is not an Excel workbook (.xlsx).
    [old] This is a workbook of Excel 97 to 2003 (.xls). Open it in Excel and save it as .xlsx.
    [encrypted] This workbook is protected by a password. Save it without one.
    [unpacks-too-large] Unpacked, this workbook is larger than 100 megabytes.
    [too-many-sheets] It has more than 256 sheets.
    [too-long] Its sheets are too long: ten megabytes of text, or a million cells, are the most.
    [empty] There is nothing in any of its sheets.
   *[damaged] This workbook is damaged, and cannot be read.
}
