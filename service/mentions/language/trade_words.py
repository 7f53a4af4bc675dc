"""Words of customs texts and of quotations beside the name of an element or material."""

from service.mentions.language.vocabulary import by_word

_TRADE = {
    "product": "rebar, rebars, coil, section, extruded, galvanized, galvanised,"
    " unwrought, wrought, refined, unrefined, bars, bar, rods, rod, profiles, wire,"
    " wires, foil, foils, plates, plate, sheets, sheet, strip, strips, tubes, pipes, tube, pipe,"
    " fittings, shot, articles, waste, scrap, cathodes, cathode, anodes, anode, billets, billet,"
    " briquette, briquettes, blister, ingots, ingot, blooms, castings, forgings, cloth,"
    " netting, grill, slab, slabs, wafer, wafers, ribbon, slugs, t-bar, semi-manufactured, bullion,"
    " extrusions,"
    " desperdicios, desechos, chatarra, barras, varillas, alambre, alambres, perfiles, chapas,"
    " lingotes, cátodos, ánodos, manufacturas, desperdícios, extrusion, resíduos, sucata,"
    " sucatas, fios, chapa, perfis, catodos, déchets, débris, barres, fils, tôles, cathodes,"
    " abfälle, schrott, stangen,"
    " copeaux, tournures, feuilles, bandes, billettes, profilés, mi-ouvrées, poussières,"
    " profile, drähte, bleche, rohform, barren, kathoden, folien, rohre, altmetall, lingots,"
    " ouvrages, brames, tubes, hojas, tiras, tubos, placas, folhas, tiras, obras, limaduras,"
    " изделия, отходы, лом, прутки, профили, проволока, плиты, листы, полосы, ленты, фольга,"
    " трубы, трубки, слитки, катоды, стружка, необработанный, необработанная, необработанное,"
    " необработанные, полуобработанный, полуобработанная, полуобработанное,"
    " рафинированный, рафинированная, рафинированное, черновая, черновой, нерафинированная,"
    " нерафинированный, анодная, катодная, blíster, ditempa, tempaan, katoda, batang, kawat,"
    " pelat, lembaran, skrap",
    "bulk": "sublimed, precipitated, colloidal, sublimado, precipitado, coloidal, bruto,"
    " brut, brute, brutes, granulés, poudre,"
    " polvo, polvos, pós, poudres, pulver, calcined, uncalcined, dried, beneficiated, washed,"
    " rough, raw, powders, powder, powdered, flakes, flake, granules, granulated, pellets, lumps,"
    " unground, ground, crushed, uncrushed, agglomerated, non-agglomerated, liquefied, gaseous,"
    " порошки, порошок, порошка, чешуйки, гранулы, пыль, природный, природная, природное,"
    " природные, кальцинированный, некальцинированный, спекшийся, неспекшийся, раздробленный,"
    " нераздробленный, распиленный, нераспиленный, агломерированный, неагломерированный,"
    " окрашенные, неокрашенные, обработанные, anhydrous, decahydrate, pentahydrate, granular,"
    " laminado, laminada, trefilado, trefilada,"
    " cristalizado, dicairkan, calcinado, calcinada, calciné, hidratado, hidratada, ouvré, ouvrée",
    "detail": "and, or, of, in, a, the, other, than, not, with, without, including, excluding,"
    " thereof, n.e.s, n.e.c, sections, hollow, solid, alloyed, backed, rolled, coils, lamellar,"
    " non-lamellar, structure, thickness, exceeding, less, more, maximum, minimum,"
    " cross-sectional, dimension, purity, by, weight, simply, sintered, rectangular, square,"
    " form, forms, nes, nec, bare, metal, primary, secondary, electrolytic, refining, for,"
    " state, crude, grade, grades, acid, metallurgical, all, de, en, em, y, e, o, ou, et, und, aus,"
    " sous, forme, formas, sin, alear, sem, liga, refinado, refiné, affiné,"
    " autres, teneurs, non, allié, etc, titrant, au, moins, sections, d, formes, obtained,"
    " sintering, sintered, sus, seus, ses, roh, nicht, legiert,"
    " всех, видов, грубо, и, из, него, нее, неё, них,"
    " включая, или, в, виде, прочие, прочий, прочая, прочее, форме, изготовленные, простым,"
    " спеканием, нелегированный, нелегированная, tidak, dan, atau, dari, bagian, dalam, bentuk,"
    " dimurnikan",
}
_MARKET = {
    "exchange": "lme, comex, nymex, cme, mcx, shfe, ine, gfex, lbma, lppm, tocom, sgx, smm, hub,"
    " nbp, ttf, jkm, newcastle, capp",
    "market": "spot, cash, cif, cfr, fob, exw, ex-works, dealer, warehouse, futures, price, prices,"
    " in-warehouse, american, china, chinese, europe, european, london, rotterdam, exchange,"
    " 3-month, 3m, u.s, us, uk, u.k, eu, usa, asia, asian, japan, japanese, korea, korean,"
    " india, indian, indonesia, indonesian, australia, australian, africa, african, brazil,"
    " brazilian, chile, peru, canada, canadian, russia, russian, germany, qatar,"
    " colombia, mexico, world, global, domestic, imported",
    "detail": "market, generic, mini, micro, guinea, petal, premium, plus, north, south, new, york,"
    " henry, duty, paid, free, on, board, settlement, average, future, import, export, port,"
    " ports, standard,"
    " melting, special, high, official, close, closing, month, three-month, contract,"
    " restricted, pure, afternoon, morning, fixing, fix, bid, ask, low, quotation, delivered,"
    " delivery, fines, a, of",
}

TRADE = by_word(_TRADE)
"""Words of the Harmonized System beside a name that leave the thing what it is."""
MARKET = by_word(_MARKET)
"""Words of a quotation behind the comma: ``zinc metal, North American``."""
