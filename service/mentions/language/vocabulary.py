"""Words that stand beside an element in tables and on lists, by what they say.

A choice of ours, in the languages of the names: to read past and not to cite.
"""

from service.mentions.language.text import folded

_FRACTIONS = {
    "total": "total, tot, totals, combined, gesamter, gesamtes,"
    " totale, totaal, totaux, totales, gesamt, insgesamt,"
    " całkowity,"
    " całkowita, ogólny, celkem, celkový, celková, totalt, totalhalt, общий, общая, общее,"
    " общ, общо, всего, валовый, валовая, валовое, валовой, загальний, загальна, загальне,"
    " валовий, toplam, ολικό, ολικός, 总, 總, 总量, 全量, 全, 총, 総, tổng,"
    " tổng số, الكلي, ges, ogólne, ogólna, celk, global, 合計",
    "dissolved": "dissolved, diss, dis, gel, gelöst, gelöster, gelöste, dissous, dissoute,"
    " disuelto, disuelta, dissolvido, dissolvida, disciolto, disciolta, rozpuszczony, opgelost,"
    " löst, lösta,"
    " rozpuštěný, растворенный, растворённый, растворенное, растворённое, розчинений, çözünmüş,"
    " διαλυμένο, разтворен, 溶解, 溶解性, 溶存, 용존, 용해성, hòa tan, hoà tan, opløst,"
    " oppløst, liukoinen, الذائب",
    "filtered": "filtered, filterable, filt, filtriert, filtrert, filtrerat, filtré, filtrado,"
    " filtrato,"
    " filtrowany,"
    " gefilterd, filtrerad, фильтрованный, 过滤",
    "unfiltered": "unfiltered, unfilt, unfiltriert",
    "total recoverable": "total recoverable, recoverable, total rec, tot rec, tot recoverable",
    "Kjeldahl": "kjeldahl, kjel, total kjeldahl, kjel tot",
    "suspended": "suspended, in suspension, suspendiert, suspendido, suspensión, en suspensión,"
    " suspenso, em suspensão, en suspension, взвешенный",
    "particulate": "particulate, partikulär, particulaire, particulado",
    "exchangeable": "exchangeable, exch, échangeable, echangeable, intercambiable, cambiable,"
    " trocável, austauschbar, austauschbares, scambiabile, wymienny, wymienna, uitwisselbaar,"
    " utbytbart, výměnný, обменный, обменная, обменное, обмінний, değişebilir, 交换性,"
    " 代换性, scamb, interc, échang, austauschb, обм, troc, éch",
    "available": "available, avail, assimilable, assimilables, disponible, disponibles,"
    " disponível, assimilável, verfügbar, verfügbares, pflanzenverfügbar, assimilabile,"
    " disponibile, przyswajalny, доступный, доступная, доступное, доступний, alınabilir,"
    " yarayışlı, 有效, 有效态, 速效, bioavailable, bioverfügbar, biodisponible, biodisponível,"
    " biodisponibile, biodostępny, биодоступный, assim,"
    " disp, dispon, усвояемый, усвояемая",
    "mobile": "mobile, mobil, подвижный, подвижная, подвижное, рухомий, рухома, рухоме, подвижен",
    "extractable": "extractable, extr, extractible, extrahierbar, extraíble, extraível",
    "water-soluble": "water soluble, water-soluble, soluble, wasserlöslich, водорастворимый,"
    " solubile, solúvel, hydrosoluble, rozpuszczalny, löslich",
    "acid-soluble": "acid soluble, acid-soluble, säurelöslich, кислоторастворимый",
    "organic": "organic, org, орг, organic bound, organically bound, organique, organisch,"
    " organischer, organisches, orgánico, orgânico, organico, organiczny, organisk, organický,"
    " органический, органічний, organik, 有机, 有機",
    "inorganic": "inorganic, inorg, inorganique, anorganisch, anorganischer, inorgánico,"
    " inorgânico, inorganico, nieorganiczny, oorganisk, anorganický, неорганический,"
    " неорганічний, 无机, 無機",
    "residual": "free available, total available, residual, residual libre, libre residual,"
    " residual free, free residual, dư,"
    " résiduel, résiduel libre, libre résiduel, остаточный, 余, 总余, 游离余, 残留, 遊離残留, 잔류",
    "remaining": "rem, remanescente",
    "reactive": "reactive, dissolved reactive, labile",
}
_FORMS = {
    "mine": "mine, mined, mining, mine production, world mine production",
    "contained": "contained, contained or metal",
    "rounded": "rounded",
    "gross weight": "gross weight",
    "natural": "natural, nat",
    "radioactive": "radioactive, radioaktives, radioactif, radiactivo, радиоактивный,"
    " 放射性, 방사성",
    "balance": "balance, bal, rest, remainder",
    "atoms per formula unit": "apfu, cpfu, pfu",
    "refined": "refined, refiner, refinery, refinery production, refined metal, raffiniert,"
    " raffiné, affiné, refinado, raffinato, рафинированный, рафинированная, рафинированное,"
    " electrolytic, electrolítico, eletrolítico, électrolytique",
    "smelter": "smelter, smelted, smelter production",
    "processing": "processing",
    "primary": "primary, primário, primario, primaire, первичный, первичная",
    "virgin": "virgin, vierge, virgen, virgem, vergine",
    "secondary": "secondary, secundário, secundario, secondaire, recycled, recyclé, recyclée,"
    " reciclado, reciclada, riciclato, riciclata, recycelt, recyceltes, gerecycled, вторичный,"
    " вторичная",
    "liquid": "liquid, molten, flüssig, flüssiger, liquide, líquido, жидкий",
    "crude": "crude, crude ore",
    "sponge": "sponge, sponge metal",
    "unwrought": "unwrought, unwrought or in powder form, unwrought or semi-manufactured,"
    " unwrought or in semi-manufactured forms, non ouvré, non ouvrée, non ouvrés,"
    " en bruto, em bruto, em formas brutas, sin labrar, unbearbeitet, in rohform,"
    " nicht bearbeitet, необработанный, необработанная, необработанное, tidak ditempa,"
    " bukan tempaan",
    "semi-manufactured": "semi-manufactured, semi-manufactured forms,"
    " other semi-manufactured forms, in other semi-manufactured forms, setengah jadi",
    "wrought": "wrought, bars, rods, plates, sheets, foil, wire",
    "powder": "powder, powders, in powder form, atomized powder, powder (atomized)",
    "pure": "pure, rein, reines, reiner, pur, puro, quim. puro, czysty, чистый, чистая,"
    " чистое, saf",
    "high purity": "high-purity, high purity, ultra-high purity, hochrein",
    "scrap": "scrap, waste and scrap",
    "ingot": "ingot, ingots, bullion, cathode, cathodes",
    "all forms": "all forms, pure or alloyed, natural and synthetic, natural or synthetic,"
    " natural and artificial, all grades, all types, all kinds",
    "other": "other",
    "by sulfur": "high sulphur, high sulfur, low sulphur, low sulfur, high-sulphur, low-sulphur,"
    " high-sulfur, low-sulfur, ultra-low sulphur, ultra-low sulfur",
    "not alloyed": "not alloyed, unalloyed, unlegiert, non allié, bukan paduan, tidak dipadukan",
    "non-volatile": "non-volatile, niet vluchtig, nicht flüchtig",
    "compounds": "chemicals, compounds, compounds and metals, metals and compounds,"
    " metal and compounds,"
    " compounds of, composés de, composés du, composés d', compuestos de, compuestos del,"
    " compostos de, composti di, composti del, związki, sloučeniny, соединения,"
    " salts of, sels de, sales de, sais de, sali di, соли",
    "polycrystalline": "poly, polysilicon, polycrystalline",
    "native": "native, gediegen, nativo, nativa, natif, native metal, самородный, самородная,"
    " самородное, 自然",
    "industrial": "industrial, elementar & industrial, elemental & industrial",
    "ion": "ion, ions, ionic, cation, anion, 이온, ionized, ionised, iónico, iônico, ionisé,"
    " ionizado, ionisiert, ионизированный, zjonizowany",
    "corrected": "corrected, albumin corrected",
    "inhalable": "inhalable fraction, respirable fraction, inhalable, respirable",
    "species": "species",
    "unknown": "unknown",
    "repeat": "replicate, replicate 1, replicate 2, replicate 3",
    "unspecified": "unspecified, undivided, undifferentiated",
    "low level": "low-level, low level",
    "as urea": "ureic, uréique, ureico, ureica",
    "dry weight": "dry weight, dry wt, dry basis",
    "wet weight": "wet weight, wet wt",
    "in ground": "in ground",
    "in ore": "in ore, in mixed ore, in crude ore, in concentrate, im erz, im konzentrat, en mena,"
    " en concentrado, dans le minerai, w rudzie, в руде, в концентрате, в рудах, в концентратах",
    "in tailings": "in tailings, in slag, in waste, в хвостах, в шлаке, в отвале",
    "in a mix": "in mix, in blend, in feed, в смеси, в шихте, в питании",
    "in water": "in water, in seawater, in brine, in river, in groundwater, in wastewater, 水中,"
    " im eluat, 废水中, 污水中, 地下水中, 海水中, 排水中",
    "in air": "in air, atmospheric, in luft, en aire, dans l'air, в воздухе, 废气中, 大气中,"
    " 空气中",
    "in soil": "in soil, in sediment, in dust, im boden, im feststoff, en suelo, dans le sol,"
    " в почве,"
    " в грунте, 土壤中, 底质中, 沉积物中",
    "in particulate matter": "in pm10, in pm2.5, en pm10, en pm2.5, im pm10, pm10, pm2.5, pm25,"
    " pm1, pm2.5 lc, pm10 lc, pm10 stp, tsp, tsp stp,"
    " tsp lc",
    "in air, as a gas": "tgm, gaseous, gasförmig, gaseoso, gazeux, газообразный",
    "allotrope": "белый, красный, чёрный, черный, жёлтый, желтый,"
    " white, red, black, yellow, white or yellow, yellow or white, rhombic",
    "matte": "matte",
    "slag": "slag",
    "gas": "gas",
    "metal": "metall, métal, metallic, metallisch, métallique, metálico, metallico, metaliczny,"
    " metaliczna, metaliczne, kovový, металлический, металлическая, metalik",
    "concentration": "concentration, conc, content, gehalt, teneur, contenido, содержание, 含量,"
    " 함량, concentration of, content of, gehalt an, konzentration von, teneur en, taux de,"
    " concentration en, concentración de, contenido de, contenido en, concentração de,"
    " teor de, concentrazione di, contenuto di, концентрация, массовая доля, доля,"
    " массовая концентрация, удельная активность, specific activity, activity of,"
    " activity concentration of, fraction, frac, mole fraction, molar fraction, mass fraction,"
    " atomic fraction, weight fraction, wt fraction, wt, percentage,"
    " composition, composition of, amount, amount of, per unit mass, per unit volume, hàm lượng,"
    " nồng độ,"
    " 함유량, 농도, 浓度, 濃度, 含有量, 質量濃度, 质量浓度, zawartość, stężenie, obsah,"
    " koncentrace, вміст, концентрація, масова частка, съдържание на, концентрация на, indhold af,"
    " indhold, koncentration af, koncentration, innhold av, innhold, konsentrasjon av,"
    " konsentrasjon, halt, halt av, gehalte, gehalte aan, concentratie, concentratie van,"
    " pitoisuus, içeriği, miktarı, konsantrasyonu, συγκέντρωση, περιεκτικότητα σε, تركيز, محتوى",
    "grade": "grade, ley, ley de, teor, tenor, tenor de, сод, 品位",
    "element": "元素, 원소",
    "as ammonium": "аммонийный, амонійний, amonowy, ammoniacale, ammoniacal, amoniacal",
    "as nitrate": "нитратный, нітратний, azotanowy, nitric, nitrique, nítrico, nitrico",
    "as nitrite": "нитритный, нітритний, azotynowy, nitreux, nitroso",
    "analysis": "analysis, analysis of, analisi, análisis de, análise de, analyse, анализ,"
    " анализ на",
    "of the exchange capacity": "su csc, da ctc, na ctc, de la cic, on cec, of cec",
    "at most": "not more than, at most, не более, не больше, nie więcej niż, höchstens",
    "at least": "not less than, at least, не менее, nie mniej niż, mindestens",
    "excess": "unsupported, excess, xs",
    "supported": "supported",
    "radionuclide": "radionuclide, radionuclides, nuclide, радионуклиды, радионуклид, радіонукліди",
    "fine particles": "fine, fine fraction, fine particles",
    "coarse particles": "coarse, coarse fraction, coarse particles",
    "elemental": "elemental, elementar, élémentaire, elementare, elementarny",
    "in urine": "in urine, urinary, w moczu, im urin, en orina, na urina, nelle urine,"
    " dans les urines, urinaire, в моче, i urin, 尿中",
    "in blood": "in blood, whole blood, in whole blood, we krwi, im blut, en sangre, no sangue,"
    " nel sangue, dans le sang, sanguin, в крови, i blod, 血中, 血液中",
    "in serum": "in serum, in plasma, w surowicy, im serum, en suero, no soro, nel siero, sérique,"
    " sérico, sérica, сывороточный, сывороточное,"
    " plasmatique, в сыворотке, i serum, 血清中",
    "in hair": "in hair, we włosach, im haar, en cabello, no cabelo, nei capelli,"
    " в волосах, 毛髪中",
}
_STATISTICS = {
    "error": "+/-, ±, error, err, error1s, error2s, uncertainty, unc, 1σ, 2σ, sigma, 1sd,"
    " 2sd, 2se, err1sd, err2sd, 1sigma, 2sigma, 1sig, 2sig, int2se,"
    " 2se(int), 2se(prop), std error, standard error, compound error",
    "standard deviation": "sd, std, stdev, stddev, rsd, cv, std dev, standard deviation",
    "detection limit": "dl, lod, mdl, cdl, cdl99, cdl95, loq, pql, detection limit,"
    " reporting limit",
    "flag": "flag, qual, qualifier, bdl",
    "mean": "mean, avg, average, median",
    "extreme": "min, max, minimum, maximum",
    "transformed": "log, log10, ln, sqrt, clr, norm, normalised, normalized, scaled",
    "production": "production, output, produced, production of, producción de, produção de,"
    " production de, produzione di, добыча, производство, выпуск,"
    " 产生量, 产量, 生産量, 생산량, produksi",
    "emission": "emission, emissions, emissions of, emissions to air, emissions to water, 排放量,"
    " 排出量, émissions de, emisiones de, emissões de, emissioni di, выбросы, сброс",
    "reserves": "reserves, reserve, resources, reserves of, reservas de, réserves de, запасы,"
    " ресурсы",
    "trade": "imports, exports, import, export, net imports, imports of, exports of, экспорт,"
    " импорт",
    "use": "used, consumed, consumption, demand, supply, apparent consumption, consumption of,"
    " demand for, потребление",
    "chosen": "best, final, raw",
    "quotation": "close, open, adj close, closing price, open interest, return, returns, ret,"
    " volatility",
    "sum": "sum, sum of",
    "mean of": "average of, mean of, avg of, max of, min of",
    "repeat": "rpt, repeat, dup, duplicate, r1, r2",
    "capped": "cut, uncut, capped, uncapped, top cut",
    "measured line": "l-value, k-ratio, k-raw, peak, bkg, background, net counts, gross counts",
}
_PLACES = (
    "soil, topsoil, subsoil, sediment, sed, rock, ore, tailings, dust, water, groundwater, gw,"
    " river, lake, seawater, rain, snow, effluent, influent, air, plant, leaf, leaves, root, roots,"
    " shoot, shoots, stem, grain, straw, blood, serum, urine, hair, liver, kidney, muscle, fish,"
    " feed, boden, wasser, suelo, agua, solo, água, sol, eau, почва, вода,"
    " sérum, sang, blut, sangre, urin, orina, urine, plasma, rbc, whole blood, 血清, 血浆, 血漿,"
    " 全血, 血, 尿, 头发, 혈청, 전혈"
)
_VALENCES = {
    "2": "divalent, zweiwertig, двухвалентный, 二价, 2价, 二価, 2価, 2가",
    "3": "trivalent, tri, dreiwertig, трехвалентный, трёхвалентный, 三价, 3价, 三価, 3価, 3가",
    "4": "tetravalent, vierwertig, 四价",
    "5": "pentavalent, fünfwertig, 五价",
    "6": "hexavalent, hex, hexavalente, esavalente, sechswertig, шестивалентный, 六价, 6价, 六價,"
    " 六価, 6価, 6가, 육가",
}
_SALTS = {
    "N": "nitrate, nitrite, ammonia, ammonium, ammoniacal, amoniacal, nitrat, nitrit, nitrato,"
    " нитрат, нитрит, аммоний, amoni",
    "P": "phosphate, orthophosphate, ortho phosphate, phosphat, fosfato, photphat",
    "S": "sulfate, sulphate, sulfat, sulfato, sunphat, sunfat",
    "Si": "silicate",
}
_HALIDES = {
    "F": "fluoride, fluorides, fluorid, fluorure, fluorures, fluoruro, fluoruros, fluoruri,"
    " fluoreto, fluoretos, fluorek, fluorki, fluoridy, фторид, фториды, фториди, florür, fluoridi,"
    " florua, フッ化物, フッ化物イオン, 氟化物, 氟离子, 불화물",
    "Cl": "chloride, chlorides, chlorid, chlorure, chlorures, cloruro, cloruros, cloruri, cloreto,"
    " cloretos, chlorek, chlorki, chloridy, klorid, kloridi, хлорид, хлориды, хлориди, klorür,"
    " clorua, 塩化物, 塩化物イオン, 氯化物, 염화물",
    "Br": "bromide, bromides, bromid, bromure, bromures, bromuro, bromuros, brometo, bromek,"
    " bromki, bromidi, бромид, бромиды, бромід, bromür, bromua, 臭化物,"
    " 臭化物イオン, 溴化物, 브롬화물",
    "I": "iodide, iodides, iodid, iodure, iodures, yoduro, yoduros, iodeto, jodek, jodid, jodidi,"
    " иодид, йодид, йодиды, йодиди, iyodür, iodua, ヨウ化物, ヨウ化物イオン, 碘化物, 요오드화물",
}
_IONS = {
    "SO4": "sulfate, sulfates, sulphate, sulphates, sulfat, sulfato, sulfatos, solfato, solfati,"
    " siarczany, siarczan, sulfaat, síran, sírany, сульфат, сульфаты, сульфати, sülfat, sunfat,"
    " 硫酸盐, 硫酸根, 硫酸イオン, 황산염, sulfaatti",
    "NO3": "nitrate, nitrates, nitrat, nitrato, nitratos, nitrati, azotany, azotan, nitraat,"
    " dusičnany, нитрат, нитраты, нітрати, 硝酸盐, 硝酸根, 硝酸イオン, 질산염",
    "NO2": "nitrite, nitrites, nitrit, nitrito, nitritos, nitriti, azotyny, azotyn, nitriet,"
    " dusitany, нитрит, нитриты, нітрити, 亚硝酸盐, 亜硝酸イオン, 아질산염",
    "PO4": "phosphate, phosphates, orthophosphate, phosphat, fosfato, fosfatos, ortofosfato,"
    " fosforany, fosfaat, фосфат, фосфаты, фосфати, 磷酸盐, リン酸イオン, 인산염",
    "HCO3": "bicarbonate, bicarbonates, hydrogencarbonate, hydrogen carbonate, hydrogencarbonat,"
    " bicarbonato, bicarbonatos, wodorowęglany, гидрокарбонат, гидрокарбонаты, гідрокарбонати,"
    " 碳酸氢盐, 重炭酸, 炭酸水素イオン",
    "CO3": "carbonate, carbonates, carbonat, carbonato, carbonatos, карбонат, карбонаты, 碳酸盐",
    "NH4": "ammonium, amonio, amônio, ammonio, amonium, аммоний, амоній, 铵, アンモニウム, 암모늄",
    "CN": "cyanide, cyanides, cyanid, cianuro, cianuros, cianeto, cyanure, cyanures, цианид,"
    " цианиды, ціаніди, 氰化物, シアン, 시안",
}


def by_word(words: dict[str, str]) -> dict[str, str]:
    """Give the meaning of each word, from the words of each meaning."""
    return {folded(each): meaning for meaning, text in words.items() for each in text.split(", ")}


FRACTIONS = by_word(_FRACTIONS)
"""The part of the element that was measured."""
FORMS = by_word(_FORMS)
"""The form, place or amount."""
STATISTICS = by_word(_STATISTICS)
"""The kind of figure in the column."""
PLACES = frozenset(folded(each) for each in _PLACES.split(", "))
"""The sampled matter: read past at the head of a column alone."""
VALENCES = by_word(_VALENCES)
"""The charge that a word says."""
SALTS = by_word(_SALTS)
"""The element as which a salt is given: ``nitrate-N``."""
HALIDES = by_word(_HALIDES)
"""The element of which an ion has a name of its own."""
IONS = by_word(_IONS)
"""The formula of an ion of several elements."""
WORDS = {**STATISTICS, **FORMS, **FRACTIONS, **VALENCES}
LONGEST = max(word.count(" ") for word in WORDS) + 1
"""Words in the longest phrase."""
