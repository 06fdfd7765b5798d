palette-list = Gorchmynion a chardiau
palette-none = Nid oes cerdyn na gorchymyn yn cyd-fynd.
view-open-all = Agor popeth sydd wedi’i gau
view-focus = Dangos y gangen hon yn unig
view-show-all = Dangos popeth
view-filter = Hidlo
