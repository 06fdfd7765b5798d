pictures-open = Cadw neu gopïo llun…
pictures-title = Cadw neu gopïo llun
pictures-copy-slide = Copïo llun ar gyfer sleid
pictures-print = Argraffu…
pictures-what = Beth
pictures-diagram = Y diagram
pictures-screen = Fel ar y sgrin
pictures-whole = Y diagram cyfan
pictures-slides = Sleidiau
pictures-theme = Lliwiau
pictures-light = Golau
pictures-dark = Tywyll
pictures-size = Maint PNG
pictures-size-once = Fel ar y sgrin
pictures-size-twice = Ddwywaith mor fawr, yn glir mewn print
pictures-size-slide = Mor llydan â sleid (1,600 picsel)
pictures-size-wide-slide = Mor llydan â sgrin (1,920 picsel)
pictures-pixels = { $width } × { $height } picsel
pictures-less = Ar y maint hwn byddai gan y llun { $width } × { $height } picsel, mwy nag y gall y porwr hwn ei beintio. Caiff ei wneud mor fawr â phosibl: { $percent }% o’i faint ar y sgrin.
pictures-unreadable = Ar y maint hwn byddai gan y llun { $width } × { $height } picsel, mwy nag y gall y porwr hwn ei beintio. Y mwyaf posibl yw { $percent }% o’i faint ar y sgrin, sy’n rhy fach i’w ddarllen. Dewiswch sleidiau, neu ei gadw fel SVG.
pictures-copy = Copïo
pictures-save-png = Cadw fel PNG
pictures-save-svg = Cadw fel SVG
pictures-svg-hint = Mae PNG yn mynd i bobman. Mae SVG yn aros yn glir ar unrhyw faint, ac yn agor yn PowerPoint a Word.
pictures-slides-hint = { $count ->
    [0] Mae’r testun yn ddigon mawr i gefn yr ystafell.
    [one] Mae’n ffitio ar un sleid. Mae’r testun yn ddigon mawr i gefn yr ystafell.
   *[other] { $count } sleid: trosolwg yn gyntaf, yna pob cangen. Mae’r testun yn ddigon mawr i gefn yr ystafell.
}
pictures-save-all = Cadw pob sleid
pictures-more-slides = Dangos rhagor o sleidiau
pictures-copy-short = Copïo
pictures-save-short = Cadw
pictures-copy-slide-of = Copïo sleid { $number }
pictures-save-slide-of = Cadw sleid { $number }
pictures-making = Yn gwneud y llun…
pictures-saving-slides = Yn cadw sleidiau: { $done } o { $count }
pictures-stop = Stopio
pictures-copied = Wedi’i gopïo. Gludwch ef i’ch sleid.
pictures-copied-slide = Copïwyd sleid { $number } o { $count }. Gludwch hi i’ch cyflwyniad.
pictures-others = Dangos y lleill
pictures-cannot-copy = Ni all y porwr hwn gopïo lluniau. Cadwch ef fel PNG yn lle hynny.
pictures-not-copied = Ni adawodd y porwr hwn i’r llun gael ei gopïo. Cadwch ef fel PNG yn lle hynny.
pictures-not-made = Ni allai’r porwr hwn wneud y llun. Dewiswch faint llai, neu ei gadw fel SVG.
pictures-saved-slides = { $count ->
    [one] Cadwyd 1 sleid.
   *[other] Cadwyd { $count } sleid.
}
pictures-file = { $title } – { $date }
pictures-file-slide = { $title } – sleid { $number } o { $count } – { $date }
pictures-outline = Yr amlinelliad, fel testun
pictures-outline-hint = O’i gopïo, mae’n rhestr ar gyfer neges neu ddogfen. O’i gadw, gellir ei ludo i brosiect newydd.
pictures-copy-outline = Copïo’r amlinelliad
pictures-save-outline = Cadw’r amlinelliad (testun)
pictures-copied-outline = Copïwyd yr amlinelliad.
pictures-not-copied-outline = Ni adawodd y porwr hwn i’r amlinelliad gael ei gopïo. Cadwch ef yn lle hynny.
