palette-list = Gorchmynion a chardiau
palette-none = Nid oes cerdyn na gorchymyn yn cyd-fynd.
view-open-all = Agor popeth sydd wedi’i gau
