level-aim = Nod
level-primary = Prif yrrwr
level-secondary = Gyrrwr eilaidd
level-tertiary = Gyrrwr trydyddol
level-idea = Syniad am newid
levels-aim = Nod
levels-primary = Prif yrwyr
levels-secondary = Gyrwyr eilaidd
levels-tertiary = Gyrwyr trydyddol
levels-idea = Syniadau am newid
question-aim = Beth rydym ni ei eisiau, erbyn pryd?
question-primary = Beth sy’n effeithio fwyaf arno?
question-secondary = Beth sy’n effeithio ar hynny?
question-tertiary = Beth sy’n effeithio ar hynny yn ei dro?
question-idea = Beth allem ni ei brofi?

status-suggested = Awgrymwyd
status-planned = Ar y gweill
status-testing = Yn cael ei brofi
status-adopted = Mabwysiadwyd
status-parked = O’r neilltu
status-stopped = Wedi stopio

amount-low = Isel
amount-high = Uchel
matters-yes = Ydy
matters-no = Nac ydy
matters-unsure = Ddim yn siŵr
support-supported = Wedi’i gefnogi
support-refuted = Heb ei gefnogi
support-unknown = Rhy gynnar i ddweud
act-adopt = Mabwysiadwyd
act-adapt = Addaswyd
act-abandon = Rhoddwyd y gorau iddo
strength-strong = Solet (cryf)
strength-weak = Dotiog (gwan)

refused-gone = Nid yw’r cerdyn hwn yno mwyach.
refused-aim = Mae’r nod yn aros lle mae.
refused-no-higher-level = Nid oes colofn ymhellach i’r chwith.
refused-no-lower-level = Nid oes lefel ar ôl i’r cerdyn hwn a’r gyrwyr oddi tano.
refused-nothing-above = Nid oes cerdyn uwch ei ben y gallai fynd oddi tano.
refused-wrong-way = Dim ond ar gerdyn ymhellach i’r chwith y gall cerdyn weithio.
refused-linked = Mae’r ddau hyn wedi’u cysylltu’n barod.
refused-at-end = Ni all fynd ymhellach y ffordd hon.
refused-under-idea = Nid oes dim yn mynd o dan syniad am newid.

cards-selected = { $count ->
    [one] 1 cerdyn wedi’i ddewis
    [two] 2 gerdyn wedi’u dewis
    [few] 3 cherdyn wedi’u dewis
    [many] 6 cherdyn wedi’u dewis
   *[other] { $count } cerdyn wedi’u dewis
}

diagram-name = Diagram gyrwyr
diagram-next = Beth sy’n effeithio fwyaf arno? Ysgrifennwch y prif yrrwr cyntaf.

level-count = { $level ->
    [aim] { $count } nod
    [primary] { $count ->
        [two] 2 brif yrrwr
        [few] 3 phrif yrrwr
        [many] 6 phrif yrrwr
       *[other] { $count } prif yrrwr
    }
    [secondary] { $count ->
        [two] 2 yrrwr eilaidd
       *[other] { $count } gyrrwr eilaidd
    }
    [tertiary] { $count ->
        [two] 2 yrrwr trydyddol
       *[other] { $count } gyrrwr trydyddol
    }
   *[idea] { $count } syniad am newid
}
level-add = { $level ->
    [aim] Ychwanegu nod
    [primary] Ychwanegu prif yrrwr
    [secondary] Ychwanegu gyrrwr eilaidd
    [tertiary] Ychwanegu gyrrwr trydyddol
   *[idea] Ychwanegu syniad am newid
}

cards-copied = { $count ->
    [two] 2 gerdyn wedi’u copïo
   *[other] { $count } cerdyn wedi’u copïo
}
cards-added = { $count ->
    [two] Ychwanegwyd 2 gerdyn.
   *[other] Ychwanegwyd { $count } cerdyn.
}
