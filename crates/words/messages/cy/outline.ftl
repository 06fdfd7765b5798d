outline-title = Gludo amlinelliad
outline-label = Un cerdyn i bob llinell, wedi’i fewnoli â dau fwlch neu dab
outline-hint = Y llinell gyntaf yw’r nod. Mae llinell sy’n dechrau â > yn syniad am newid. Deellir pwyntiau bwled a rhifau.
outline-empty = Bydd y colofnau’n ymddangos yma cyn i ddim gael ei greu.
outline-columns = Beth ddaw ohono
outline-more = … { $count } arall
outline-make = Creu’r prosiect
outline-show = Dangos sut mae’n edrych
outline-sample =
    Llai o gwympiadau ar ward 7, o 12 i 6 y mis, erbyn mis Mehefin
      Mae pobl yn symud yn ddiogel
        Mae’r ffordd i’r toiled yn glir
          > Goleuadau nos ar hyd y ffordd
          > Sliperi sy’n ffitio
      Mae staff yn sylwi ar risg yn gynnar
        Sonnir am risg wrth drosglwyddo
          > Un cwestiwn am gwympo ym mhob trosglwyddiad

outline-aims = { $count } nod
outline-primaries = { $count ->
    [two] { $count } brif yrrwr
    [few] { $count } phrif yrrwr
    [many] { $count } phrif yrrwr
   *[other] { $count } prif yrrwr
}
outline-secondaries = { $count ->
    [two] { $count } yrrwr eilaidd
   *[other] { $count } gyrrwr eilaidd
}
outline-tertiaries = { $count ->
    [two] { $count } yrrwr trydyddol
   *[other] { $count } gyrrwr trydyddol
}
outline-ideas = { $count } syniad am newid
outline-shared = { $count } o dan fwy nag un
outline-unlinked = { $count } heb eu cysylltu eto
