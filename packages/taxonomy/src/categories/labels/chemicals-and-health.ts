/** Our own names for CPV 24, 33 and 85, one row each: significant digits | English | Spanish. */
export const chemicalsAndHealthLabels = `
24|Chemicals|Químicos
241|Technical gases|Gases técnicos
2411|Oxygen, nitrogen and other gases for industry|Oxígeno, nitrógeno y otros gases industriales
242|Colours and pigments|Colorantes y pigmentos
2421|Oxides and hydroxides|Óxidos e hidróxidos
2422|Tannins and colouring agents|Taninos y agentes colorantes
243|Basic chemicals|Químicos básicos
2431|Acids, alkalis and other inorganic basics|Ácidos, álcalis y otros inorgánicos básicos
2432|Alcohols, solvents and other organic basics|Alcoholes, solventes y otros orgánicos básicos
244|Fertiliser and crop protection|Fertilizantes y protección de cultivos
2441|Nitrogen fertiliser|Fertilizantes nitrogenados
2442|Phosphate fertiliser|Fertilizantes fosfatados
2443|Guano, compost and other natural fertiliser|Guano, compost y otros abonos naturales
2444|Blended and other fertiliser|Fertilizantes mezclados y otros
2445|Pesticides and other crop chemicals|Plaguicidas y otros agroquímicos
245|Plastic resins|Resinas plásticas
2451|Polyethylene resin|Polietileno
2452|Polypropylene resin|Polipropileno
2453|Polystyrene resin|Poliestireno
2454|PVC and other vinyl resin|PVC y otras resinas vinílicas
2455|Polyester, epoxy and acrylic resin|Poliéster, epoxi y acrílicos
2456|Nylon resin|Nailon
2457|Urea resin|Resina de urea
2458|Amino resin|Resina amínica
2459|Silicone|Siliconas
246|Blasting explosives|Explosivos
2461|Explosives and detonators ready for use|Explosivos y detonadores preparados
249|Speciality chemicals|Químicos especiales
2491|Adhesives|Adhesivos
2492|Oils for scent and flavour|Aceites esenciales y aromas
2493|Chemicals for photography|Químicos para fotografía
2495|Reagents, additives and other performance chemicals|Reactivos, aditivos y otros químicos de desempeño
24957|Additives for industry|Aditivos para la industria
2496|Other chemicals|Otros químicos
33|Medical, pharmacy and personal care goods|Productos médicos, farmacéuticos y de cuidado personal
331|Medical devices|Dispositivos médicos
3311|X-ray, ultrasound and other imaging|Rayos X, ecografía y otras imágenes
3312|Diagnostic and recording devices|Equipos de diagnóstico y registro
3313|Dental tools|Instrumental dental
3314|Single-use medical goods|Insumos médicos desechables
3315|Therapy devices|Equipos de terapia
3316|Operating theatre equipment|Equipos de pabellón
3317|Anaesthesia and life support|Anestesia y reanimación
3318|Implants and life-function support|Implantes y soporte vital
3319|Hospital beds, wheelchairs and other medical goods|Camas, sillas de ruedas y otros productos médicos
336|Medicines|Medicamentos
337|Personal care|Cuidado personal
3371|Soap, perfume and cosmetics|Jabones, perfumes y cosméticos
3372|Shaving and manicure goods|Afeitado y manicura
3373|Glasses and lenses|Anteojos y lentes
3374|Hand and nail care|Cuidado de manos y uñas
3375|Goods for babies|Productos para bebés
3376|Tissue paper goods|Papel higiénico y toallas de papel
3377|Sanitary paper goods|Higiénicos de papel
3379|Glassware for laboratories|Vidriería de laboratorio
339|Mortuary goods|Artículos funerarios y forenses
85|Health and social care|Salud y asistencia social
851|Health care|Atención de salud
8511|Hospitals|Hospitales
8512|Doctors and occupational health|Médicos y salud ocupacional
8513|Dentists|Odontología
8514|Nursing, ambulances and laboratories|Enfermería, ambulancias y laboratorios
8515|Imaging diagnosis|Diagnóstico por imágenes
8516|Opticians|Óptica
852|Vets|Veterinaria
853|Social care and community work|Asistencia social y trabajo comunitario
`
