advice-title = Gwirio
advice-count = Gwirio ({ $count })
advice-close = Cau’r gwirio
advice-found = { $count ->
    [one] 1 peth i edrych arno. Cyngor ydyw: nid oes rhaid ei ddilyn.
    [two] 2 beth i edrych arnynt. Cyngor ydynt: nid oes rhaid eu dilyn.
   *[other] { $count } o bethau i edrych arnynt. Cyngor ydynt: nid oes rhaid eu dilyn.
}
advice-fine = Popeth mewn trefn
advice-fine-looked = Edrychwyd ar y nod, y gyrwyr, y syniadau newid, eu cysylltiadau, y mesurau, y profion a’r tîm, ac nid oes dim i’w ychwanegu.
advice-empty = Cyn gynted ag y bydd rhywbeth wedi’i ysgrifennu, bydd hwn yn edrych arno fel y byddai canllawiau i ddiagramau gyrwyr:
advice-looks-aim = a yw’n dweud faint, i bwy ac erbyn pryd?
advice-looks-overview = a ellir dilyn y diagram yn ei gyfanrwydd?
advice-looks-clarity = a yw pob cerdyn yn dweud un peth clir o’i fath?
advice-looks-causes = a yw achosion yn arwain at effeithiau?
advice-looks-evidence = ar beth y mae’n seiliedig, a beth a ddangosodd profion?
advice-looks-measurement = a fyddech yn gweld a yw’n gweithio?
advice-go = Mynd yno
advice-go-name = Mynd yno: “{ $name }”
advice-source = Ffynhonnell: { $source }
advice-not-for-us-name = Nid i ni: { $name }
advice-put-aside = Wedi’i roi o’r neilltu i’r tîm cyfan: “nid i ni”.
advice-put-aside-count = Nid i ni ({ $count })
advice-take-up = Ei ystyried eto
advice-take-up-name = Ei ystyried eto: { $name }
advice-more = a { $count } arall
