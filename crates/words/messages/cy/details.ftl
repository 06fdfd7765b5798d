details-title = Manylion
details-close = Cau’r manylion
details-written-by = Ysgrifennwyd gan { $by }
details-written-on = Ysgrifennwyd ar { $date }
details-written-by-on = Ysgrifennwyd gan { $by }, { $date }
details-nothing = Nid oes dim mwy wedi’i ddweud am y cerdyn hwn.

details-note = Nodyn
details-note-hint = Beth sydd y tu ôl iddo, mewn ychydig eiriau
details-status = Statws
details-not-said = Heb ei nodi
details-owner = Pwy sy’n gofalu amdano
details-impact = Effaith
details-effort = Ymdrech
details-matters = O bwys i bobl sy’n defnyddio’r gwasanaeth
details-level = Lefel
details-writes-here = Mae { $name } yn ysgrifennu yma

details-tags = Tagiau
details-tag-add = Ychwanegu tag
details-tag-hint = Mae Enter neu goma yn ei ychwanegu.
details-tag-remove = Tynnu’r tag “{ $tag }”
details-tag-added = Ychwanegwyd y tag “{ $tag }”.
details-tag-removed = Tynnwyd y tag “{ $tag }”.

details-address = Cyfeiriad ffilm neu dudalen
details-address-open = Yn agor mewn tab newydd
details-address-not-secure = Dim ond cyfeiriadau sy’n dechrau â https:// y gellir eu cadw yma.
details-address-odd = Nid cyfeiriad yw hwn. Mae un yn edrych fel https://example.org/ffilm
details-address-hidden = Dangosir hwn fel testun ac nid fel dolen: nid yw’n dechrau â https://

details-works-on = Yn gweithio ar
details-works-on-none = Dim eto: nid yw wedi’i gysylltu.
details-worked-on-by = Beth sy’n gweithio arno
details-link-strength = Pa mor gryf y mae “{ $card }” wedi’i gysylltu
details-unlink = Datgysylltu o “{ $card }”
details-go-to = Mynd at “{ $card }”
details-why = Pam rydym yn meddwl hynny, a thystiolaeth
details-why-about = Pam rydym yn meddwl hynny, a thystiolaeth: “{ $card }”
details-rationale = Pam rydym yn meddwl hynny
details-evidence = Tystiolaeth
details-evidence-none = Nid oes tystiolaeth eto.
details-evidence-add = Ychwanegu tystiolaeth
details-evidence-state = Beth mae’n ei ddweud
details-evidence-reason = Beth a welwyd
details-evidence-keep = Ei hychwanegu
details-cancel = Canslo
details-evidence-by = { $by }, { $date }

details-measures = Mesurau
details-measure-unnamed = Mesur heb enw
details-measure-last = { $value } ar { $date }
details-measure-line = { $count ->
    [two] 2 werth
    [few] 3 gwerth
    [many] 6 gwerth
   *[other] { $count } gwerth
}, o { $first } i { $last }
details-tests = Profion (PDSA)
details-test-unnamed = Prawf heb deitl
