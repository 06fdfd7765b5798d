card-empty = Gwag
card-place = { $level } { $place } o { $of }.
card-not-linked = Heb ei gysylltu eto.
card-also-under = Hefyd o dan { $parent }.
card-written-in = Mae { $name } yn ysgrifennu yma.
card-visited = Mae { $name } yma.

card-text = Testun y { $level ->
    [aim] nod
    [primary] prif yrrwr
    [secondary] gyrrwr eilaidd
    [tertiary] gyrrwr trydyddol
    [idea] syniad am newid
   *[card] cerdyn
}
card-text-under = { card-text }, o dan { $home }
card-hint = Enter: nesaf · Tab: oddi tano · Esc: gorffen
card-hint-idea = Enter: nesaf · Esc: gorffen

card-deleted = { $under ->
    [0] Dilëwyd “{ $name }”.
    [two] Dilëwyd “{ $name }”. Dilëwyd 2 gerdyn oddi tano hefyd.
    [few] Dilëwyd “{ $name }”. Dilëwyd 3 cherdyn oddi tano hefyd.
    [many] Dilëwyd “{ $name }”. Dilëwyd 6 cherdyn oddi tano hefyd.
   *[other] Dilëwyd “{ $name }”. Dilëwyd { $under } cerdyn oddi tano hefyd.
}
cards-deleted = Dilëwyd { $count ->
    [two] 2 gerdyn
    [few] 3 cherdyn
    [many] 6 cherdyn
   *[other] { $count } cerdyn
}.{ $under ->
    [0] {""}
    [two] {" "}Dilëwyd 2 gerdyn oddi tanynt hefyd.
    [few] {" "}Dilëwyd 3 cherdyn oddi tanynt hefyd.
    [many] {" "}Dilëwyd 6 cherdyn oddi tanynt hefyd.
   *[other] {" "}Dilëwyd { $under } cerdyn oddi tanynt hefyd.
}
card-keep-under = Cadw’r hyn oedd oddi tano
card-deleted-by-another = Dileodd rhywun y cerdyn hwn tra oeddech yn ysgrifennu ynddo. Mae eich geiriau wedi’u cadw.
card-restore = Adfer y cerdyn
