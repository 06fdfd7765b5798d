# The measure plan.
sections-name = Adrannau
measures-title = Mesurau
measures-count = Mesurau ({ $count })
measures-all = Pob mesur
measures-gone = Cafodd y mesur hwn ei ddileu. Mae dadwneud yn dod ag ef yn ôl i’r sawl a’i dileodd.
measures-unnamed = Mesur heb enw
measures-deleted = Wedi dileu “{ $name }” gyda’i ddata.
measures-family = { $outcome } canlyniad · { $process } proses · { $balancing } cydbwyso. Mae tri i wyth i gyd yn deulu da.
measures-ways = Sut mae’r mesurau’n cael eu dangos
measures-plan = Cynllun
measures-wall = Wal
measures-wall-of = Wal o’r holl siartiau
measures-empty-title = Sut byddwch chi’n gwybod bod newid yn welliant?
measures-empty = Nid oes dim yn cael ei fesur eto. Dechreuwch gydag un rhif a fyddai’n dangos bod y nod wedi’i gyrraedd. Ychwanegwch un neu ddau ar gyfer y gyrwyr, ac un ar gyfer yr hyn a allai waethygu mewn man arall.
measures-column-name = Mesur
measures-column-latest = Diweddaraf
measures-column-collected = Casglu
measures-column-missing = Ar goll o hyd
measures-column-watches = Yr hyn y mae’n ei wylio
measures-complete = Cyflawn
measures-no-values = Dim gwerthoedd eto
measures-watches = Yn gwylio { $cards }
measures-watches-nothing = Nid yw’n gwylio cerdyn eto
measures-watch-none = Nid oes cerdyn arall eto y gallai ei wylio.
measures-watch-more = Ychwanegu cerdyn y mae’n ei wylio…
measures-watch-less = Peidio â gwylio “{ $name }”

# One measure.
measures-kind = Math
measures-kind-outcome = Canlyniad
measures-kind-process = Proses
measures-kind-balancing = Cydbwyso
measures-kind-none = Math heb ei ddweud
measures-hint-outcome = A yw’r nod ei hun wedi’i gyrraedd.
measures-hint-process = A yw gyrwyr a newidiadau’n digwydd fel y bwriadwch.
measures-hint-balancing = Yr hyn a allai waethygu mewn man arall oherwydd y newid.
measures-better = Gwell yw
measures-up = I fyny
measures-down = I lawr
measures-neither = Nid y naill na’r llall
measures-definition = Diffiniad
measures-definition-hint = Mor fanwl fel y byddai dau berson yn cyfrif yr un peth: beth sydd i mewn, beth sydd allan.
measures-advice = Yr hyn y byddai canllawiau’n ei gynghori
measures-more = Rhagor o feysydd y cynllun
measures-delete = Dileu’r mesur hwn

# A new measure.
measures-add-title = Ychwanegu mesur
measures-add = Ychwanegu
measures-name = Enw’r mesur
measures-name-hint = Heb gyfeiriad: “Canran y bobl a welir o fewn awr”, nid “Lleihau aros”.
measures-name-missing = Mae angen enw ar fesur.
measures-begins = Mae enwau’n aml yn dechrau fel hyn
measures-number-of = Nifer y …
measures-percent-of = Canran y …
measures-rate-of = Cyfradd y …

# The fields of the plan.
plan-group-how = Sut mae’n cael ei gasglu
plan-group-what = Yr hyn a gyfrifir
plan-group-goal = Targed a llinell sylfaen
plan-group-why = Pam, ac i bwy
plan-purpose = Diben
plan-action = Yr hyn a wnawn o’i herwydd
plan-calculation = Cyfrifiad
plan-numerator = Rhifiadur
plan-denominator = Enwadur
plan-population = Poblogaeth
plan-unit = Uned
plan-multiplier = Wedi’i luosi â (100 am ganran, 1000 am “fesul 1,000”)
plan-source = Ffynhonnell y data
plan-electronic = Ar gael yn electronig?
plan-method = Ffordd o gasglu
plan-sampling = Pawb, neu sampl?
plan-frequency = Pa mor aml
plan-start = O ba bryd
plan-collector = Pwy sy’n ei gasglu
plan-reviewer = Pwy sy’n edrych arno
plan-reporting = Adroddir i
plan-stratification = Wedi’i rannu yn ôl
plan-display = Ble mae’n cael ei ddangos
plan-baseline = Llinell sylfaen mewn geiriau
plan-baseline-value = Llinell sylfaen fel rhif
plan-goal = Targed
plan-goal-date = Targed erbyn
frequency-daily = Bob dydd
frequency-weekly = Bob wythnos
frequency-monthly = Bob mis
frequency-quarterly = Bob chwarter
frequency-yearly = Bob blwyddyn
frequency-each-event = Ym mhob digwyddiad
calculation-count = Cyfrif
calculation-percent = Canran o gyfan
calculation-rate = Cyfradd mewn amlygiad
calculation-average = Cyfartaledd, canolrif neu un mesuriad
calculation-time-between = Amser rhwng digwyddiadau
calculation-opportunities-between = Faint rhwng digwyddiadau

# Its data.
measures-data = Data
measures-data-count = { $count ->
    [0] Dim gwerthoedd eto
    [one] { $count } gwerth
   *[other] { $count } gwerth
}
measures-data-hint = Teipiwch, neu gludwch floc o daenlen. Mae Enter a’r saethau’n symud, Shift gyda’r saethau’n dewis, Ctrl+D yn llenwi i lawr.
measures-shape = Beth ydych chi’n ei roi bob tro?
measures-shape-number = Un rhif
measures-shape-ratio = Rhifiadur ac enwadur
measures-shape-subgroup = Sawl mesuriad
measures-earlier = { $count ->
    [one] Dangos un rhes gynharach
   *[other] Dangos { $count } rhes gynharach
}
measures-date = Dyddiad
measures-value = Gwerth
measures-note = Nodyn
measures-left-out = Gadael allan
measures-new-row = rhes newydd
measures-pasted = { $count ->
    [one] Un rhes wedi’i gludo.
   *[other] { $count } rhes wedi’u gludo.
}
measures-pasted-faulty = { $count ->
    [one] Un rhes wedi’i gludo, { $faulty } i edrych arni.
   *[other] { $count } rhes wedi’u gludo, { $faulty } ohonynt i edrych arnynt.
}
measures-pasted-left = { $count ->
    [one] Nid oedd dyddiad gan un llinell a chafodd ei gadael allan: “{ $first }”.
   *[other] Nid oedd dyddiad gan { $count } llinell a chawsant eu gadael allan, y gyntaf yw “{ $first }”.
}
measures-note-alone = Cedwir nodyn gyda’i werth: nes bod un, ar y dudalen hon yn unig y mae.
measures-taken = Mae gwerth ar gyfer y diwrnod neu’r cyfnod hwn yn barod.
measures-overtaken = Roedd rhywun arall newydd ysgrifennu { $value } yno. Eich un chi sydd yno nawr.
measures-pasted-twice = { $count ->
    [one] Roedd un diwrnod yno ddwywaith: y llinell olaf sy’n cyfrif.
   *[other] Roedd { $count } llinell yn enwi diwrnod eto: yr olaf o bob un sy’n cyfrif.
}
measures-not-whole = Rhif cyfan o 2 ymlaen yw hwn.
import-finer = Cesglir y mesur hwn { $frequency }: mae sawl rhes yn disgyn i un cyfnod. Newidiwch “Pa mor aml” dan “Mwy o feysydd”, neu adiwch y rhesi yn gyntaf.
measures-not-a-number = Nid rhif yw hwn.
measures-ambiguous = Ai mil yw hwn, neu rif â thri lle? Ysgrifennwch ef heb goma, neu â phwynt.
measures-not-a-date = Nid dyddiad yw hwn. Mae 4/5/2026, 4 Mai 2026 a Mai 2026 yn ddyddiadau.
measures-part-missing = Mae’r hanner arall ar goll.
measures-above = Mwy ohonynt nag sydd: mae’r rhifiadur uwchlaw’r enwadur.
measures-zero = Enwadur o 0: nid oedd dim i gyfrif ynddo. Gadewch y rhes yn wag yn lle hynny.
measures-negative = Ni all hyn fod yn llai na dim.

measures-save-csv = Cadw fel CSV
measures-save-excel = Cadw ar gyfer Excel
measures-excel-unsaved = Mae’r hyn a newidioch ddiwethaf ar ei ffordd o hyd. Cadwch ar gyfer Excel eto pan welwch “Wedi’i gadw” ar y brig, neu cadwch fel CSV.

# A table of an analyst.
import-title = Mewnforio…
import-heading = Mewnforio tabl
import-paste = Gludwch dabl
import-hint = Misoedd i lawr neu ar draws, dyddiadau fel y maent gennych, arwyddion canran: unrhyw beth y mae taenlen yn ei roi.
import-file = Neu dewiswch ffeil (Excel, CSV neu destun)
import-reading = Yn darllen y llyfr gwaith…
import-empty = Does dim byd yn y ffeil hon.
import-too-large = Mae’r ffeil hon yn fwy na 10 MB. Gadewch y tabl yn unig ynddi, neu copïwch y tabl a’i ludo uchod.
import-unreadable = Doedd dim modd darllen y ffeil hon. Dewiswch hi eto, neu copïwch y tabl a’i ludo uchod.
import-sheet = Pa daflen?
import-which = Pa fesur o’r tabl?
import-column = Beth yw colofn { $column }
import-ignored = Heb ei defnyddio
import-subgroup = Un o sawl mesuriad
import-preview = Y rhesi cyntaf
import-day-first = Y diwrnod
import-month-first = Y mis
import-thousands = Miloedd
import-decimals = Degolion
import-more = { $count ->
    [one] … ac un arall.
   *[other] … a { $count } arall.
}
import-take = { $count ->
    [0] Mewnforio
    [one] Mewnforio un gwerth
   *[other] Mewnforio { $count } gwerth
}
import-span = O { $from } hyd { $to }.
import-replaces = { $count ->
    [one] Disodlir un gwerth sydd yno.
   *[other] Disodlir { $count } gwerth sydd yno.
}
import-done = { $count ->
    [one] Un gwerth wedi’i fewnforio.
   *[other] { $count } gwerth wedi’u mewnforio.
}

# Its chart.
measures-chart = Siart
measures-says = Yr hyn y mae’n ei ddweud
measures-points = Pwyntiau’r siart. Mae’r saethau’n mynd o un i’r nesaf.
measures-use-it = Ei ddefnyddio
preset-label = Ei ddarllen fel
preset-team = Tîm
preset-board = Bwrdd
preset-other = Siart arall
preset-team-hint = Siart rhediad gyda rheolau Anhøj: canolrif, a phatrymau nad yw hap yn eu gwneud yn aml.
preset-board-hint = Siart XmR fel yn Making Data Count: terfynau, ac eiconau ar gyfer newid a tharged.
preset-other-hint = Unrhyw siart gydag unrhyw reolau, yn y gosodiadau isod.
settings-title = Gosodiadau’r siart
settings-kind = Math o siart
settings-rules = Rheolau
settings-shift = Pwyntiau sy’n gwneud symudiad
settings-trend = Pwyntiau sy’n gwneud tuedd
settings-freeze = Llinellau o hyn o bwyntiau cyntaf yn unig
settings-screen = Gadael ystodau symudol mawr iawn allan o’r terfynau
rules-anhoej = Anhøj
rules-perla = Perla (rheolau siart rhediad IHI)
rules-making-data-count = Making Data Count
rules-shewhart = Shewhart ac Anhøj
phase-title = Cyfnodau newydd
phase-hint = O gyfnod ymlaen, mae’r llinellau’n dechrau o’r newydd. Dywedwch pam: mae’n cael ei ddangos ar y siart.
phase-date = Mae’n dechrau ar
phase-reason = Oherwydd
phase-add = Dechrau cyfnod
phase-remove = Tynnu’r cyfnod { $phase }
phase-no-date = Ar ba ddiwrnod mae’n dechrau?
phase-no-reason = Mae angen rheswm ar gyfnod: beth newidiodd yn y broses ei hun?
table-title = Yr un peth fel tabl
table-centre = Llinell ganol
table-lower = Terfyn isaf
table-upper = Terfyn uchaf
table-says = Yr hyn y mae’n ei ddweud
wall-print = Argraffu
wall-since = { $change } ers y llinell sylfaen
wall-since-points = { $change } pwynt canran ers y llinell sylfaen
