workbook-plan = Cynllun mesur
workbook-percent = Canran
workbook-rate = Cyfradd
workbook-phases = Cyfnodau
workbook-definition-notes = Newidiadau i’r diffiniad
workbook-refusal = { $refusal ->
    [not-a-workbook] Nid llyfr gwaith Excel (.xlsx) yw hwn.
    [old] Llyfr gwaith Excel 97 i 2003 (.xls) yw hwn. Agorwch ef yn Excel a’i gadw fel .xlsx.
    [encrypted] Mae’r llyfr gwaith hwn wedi’i ddiogelu â chyfrinair. Cadwch ef heb un.
    [unpacks-too-large] O’i ddadbacio, mae’r llyfr gwaith hwn yn fwy na 100 megabeit.
    [too-many-sheets] Mae ganddo fwy na 256 o daflenni.
    [too-long] Mae ei daflenni’n rhy hir: deg megabeit o destun, neu filiwn o gelloedd, yw’r mwyaf.
    [empty] Does dim byd yn yr un o’i daflenni.
   *[damaged] Mae’r llyfr gwaith hwn wedi’i ddifrodi, ac ni ellir ei ddarllen.
}
