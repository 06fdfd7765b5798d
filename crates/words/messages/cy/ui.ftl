ui-name = Tributary
ui-close = Cau
ui-cancel = Canslo
ui-undo = Dadwneud
ui-notices = Hysbysiadau
ui-language = Iaith
ui-live-times = { $times ->
    [two] { $what }, { $times } waith
   *[other] { $what }, { $times } gwaith
}
# The verb stands before its person in Welsh, so what was done stands behind a colon.
ui-live-doings = { $who }: { $doings }.
ui-nothing = Nid oes dim yn y cyfeiriad hwn
ui-nothing-why = Efallai fod rhan ohono wedi’i cholli wrth ei gopïo.
ui-nothing-go = Mynd i’r dudalen gychwyn
ui-later-opening = Wrthi’n agor…
ui-later-failed = Ni chyrhaeddodd y rhan hon o Tributary. Nid oes dim wedi’i golli.
ui-later-again = Rhowch gynnig arall arni
