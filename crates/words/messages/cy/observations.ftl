observations-refusal = { $refusal ->
    [empty] Does dim byd ynddo.
    [too-long] Mae’n rhy hir: deg megabeit, neu filiwn o gelloedd, yw’r mwyaf.
   *[too-wide] Mae ganddo fwy na 256 o golofnau.
}
observations-fault = { $fault ->
    [no-date] Does dim dyddiad yma.
    [not-a-date] Nid yw “{ $cell }” yn ddyddiad.
    [impossible-date] Nid yw “{ $cell }” mewn unrhyw galendr.
    [unclear-date] Gall “{ $cell }” fod yn ddiwrnod a mis, neu’n fis a diwrnod.
    [no-year] Nid yw “{ $cell }” yn dweud pa flwyddyn.
    [repeated-date] Mae gwerth ar gyfer “{ $cell }” yn barod.
    [unclear-number] Gall y coma neu’r pwynt yn “{ $cell }” wahanu miloedd neu ddegolion.
    [no-denominator] Mae rhifiadur yma heb enwadur.
    [denominator-zero] Mae’r enwadur yn 0: doedd dim i gyfrif ynddo.
    [denominator-negative] Ni all enwadur fod yn llai na 0.
    [numerator-negative] Ni all rhifiadur fod yn llai na 0.
    [numerator-above] Mae’r rhifiadur yn fwy na’r enwadur.
    [note-without-value] Mae nodyn yma heb werth.
    [not-yes-or-no] Nid yw “{ $cell }” yn dweud ie na nage.
   *[not-a-number] Nid yw “{ $cell }” yn rhif.
}
observations-at = Rhes { $row }, colofn { $column }: { $sentence }
observations-question = { $question ->
    [dates] Ym mha golofn mae’r dyddiadau?
    [values] Ym mha golofn mae’r gwerthoedd?
    [day-or-month] Pa un sy’n dod gyntaf mewn dyddiadau fel 4/5/2026, y diwrnod neu’r mis?
    [decimal] Ai miloedd neu ddegolion mae’r coma yn 1,234 yn eu gwahanu?
   *[year] Ym mha flwyddyn mae’r mis cyntaf?
}
