project-read-only = Gallwch ddarllen y prosiect hwn, ond nid ei newid.
project-too-new = Mae angen fersiwn mwy newydd ar y prosiect hwn. Ail-lwythwch i’w olygu.
project-undo = Dadwneud

project-home = Tributary: tudalen gychwyn
project-start-page = Tudalen gychwyn
project-page-title = { $title } – Tributary
project-title = Teitl y prosiect
project-untitled = Prosiect heb deitl
project-skip = Neidio i’r diagram
project-diagram = Diagram
project-redo = Ail-wneud
project-more = Rhagor
project-try-now = Rhoi cynnig arni nawr
project-save-file = Cadw fel ffeil
project-delete = Dileu’r prosiect…
project-delete-title = Dileu’r prosiect hwn?
project-delete-warning = Caiff ei ddileu i bawb, gyda’i holl ddolenni, ac ni ellir dod ag ef yn ôl. Bydd ffeiliau sydd wedi’u cadw yn aros.
project-delete-keep = Ei gadw
project-delete-save-first = Cadw fel ffeil yn gyntaf
project-delete-now = Ei ddileu i bawb

saved-relay = Wedi’i gadw
saved-saving = Yn cadw…
saved-device = Wedi’i gadw ar y ddyfais hon – dim cysylltiad
saved-held = Wedi’i gadw ar y ddyfais hon – heb ei anfon
saved-not = Heb ei gadw – cadwch y dudalen hon ar agor
saved-as-file = Wedi’i gadw fel { $name }.
saved-no-file = Ni adawodd y porwr hwn i’r ffeil gael ei chadw.

role-owner = Chi biau hwn
role-editor = Gallwch olygu
role-contributor = Gallwch ychwanegu syniadau
role-viewer = Gallwch ddarllen

tools-name = Cerdyn a llun
tools-smaller = Llai
tools-larger = Mwy
tools-zoom = { $percent }%

blank-not-here-yet = Nid oes dim o’r prosiect hwn ar y ddyfais hon eto. Bydd yn agor cyn gynted ag y bydd cysylltiad.
blank-title = Dechreuwch gyda’r nod
blank-text = Beth ydych chi am ei wella, faint, i bwy ac erbyn pryd? Mae brawddeg fras yn ddechrau da.
blank-begin = Ysgrifennu’r nod
blank-nothing = Nid oes dim wedi’i ysgrifennu yma eto.

closed-title = Nid yw’r prosiect hwn yn agor
closed-home = Mynd i’r dudalen gychwyn
closed-again = Rhoi cynnig arall arni
closed-kept = Gellir darllen a chadw’r hyn sydd ar y ddyfais hon.
closed-start-over = Ei agor fel y mae nawr

unsent-read-only = Gallwch ddarllen y prosiect hwn, ond nid ei newid. Mae’r hyn a ysgrifennoch yn aros ar y ddyfais hon.
unsent-too-large = Roedd hynny’n ormod ar unwaith. Mae’n aros ar y ddyfais hon: cadwch gopi o’r ddewislen.
unsent-full = Mae’r prosiect hwn yn llawn. Mae gwaith newydd yn aros ar y ddyfais hon: cadwch gopi o’r ddewislen.
unsent-fast = Roedd hynny’n gyflym iawn. Mae eich gwaith wedi’i gadw, a chaiff ei anfon ymhen ychydig.
unsent-locked = Mae arweinydd y sesiwn wedi cloi’r prosiect. Mae eich gwaith yn aros ar y ddyfais hon nes iddo agor.
unsent-page-too-old = Mae’r dudalen hon yn hŷn na’r prosiect. Ail-lwythwch hi i gael y fersiwn newydd.
unsent-later = Ni all y gweinydd gadw ar hyn o bryd. Mae eich gwaith yn aros ar y ddyfais hon, a chaiff ei anfon cyn gynted â phosibl.
tools-shows = Sut mae’r diagram yn cael ei ddangos
tools-picture = Llun
tools-both = Y ddau
tools-outline = Amlinelliad

# a newer build of the app is kept on the device
update-ready = Mae fersiwn newydd o Tributary yn barod. Ni chollir dim wrth ail-lwytho.
update-reload = Ail-lwytho
