/** Words people use for CPV 35 and 90: significant digits | English | Spanish | Portuguese, each a comma list. */
export const environmentAndSafetyKeywords = `
35|safety equipment, security equipment|equipo de seguridad|equipamento de segurança
3511|fire fighting, rescue equipment, breathing apparatus, fire suppression, emergency shower, life vest|combate de incendios, rescate, respiración autónoma, supresión de incendios, ducha de emergencia, chaleco salvavidas|combate a incêndio, resgate, aparelho respiratório, supressão de incêndio, chuveiro de emergência
35113|PPE, safety helmet, safety glasses, respirator, ear protection, fall protection, safety harness, dust mask, hearing protection|EPP, elementos de protección personal, casco de seguridad, lente de seguridad, respirador, protección auditiva, arnés de seguridad, protección contra caídas|EPI, equipamento de proteção individual, capacete de segurança, óculos de proteção, respirador, arnês
3512|CCTV, surveillance camera, access control, alarm system, perimeter security, fatigue detection|CCTV, cámara de vigilancia, control de acceso, alarma, seguridad perimetral, detección de fatiga|CCTV, câmara de vigilância, controlo de acesso, alarme, deteção de fadiga
90|environment, cleaning, waste|medio ambiente, limpieza, residuo, aseo|ambiente, limpeza, resíduo
904|sewage, wastewater, septic tank|aguas servidas, alcantarillado, fosa séptica, agua residual|esgoto, águas residuais, fossa séptica
9042|sewage treatment, effluent treatment, wastewater treatment plant, industrial effluent|tratamiento de aguas servidas, tratamiento de efluentes, planta de tratamiento, riles|tratamento de esgoto, tratamento de efluentes, ETAR, ETE
9047|sewer cleaning, hydro jetting|limpieza de alcantarillado, hidrojet|limpeza de esgotos, hidrojato
9051|recycling, waste collection, refuse collection, waste management, recycler, e-waste, organic waste collection, electronic waste, tyre recycling, valorisation|reciclaje, recolección de residuos, retiro de basura, gestión de residuos, residuo electrónico, RAEE, valorización|reciclagem, recolha de resíduos, coleta de lixo, gestão de resíduos, resíduo eletrónico, REEE, valorização
9052|hazardous waste, toxic waste, medical waste, asbestos waste, contaminated soil|residuo peligroso, respel, residuo hospitalario, suelo contaminado|resíduo perigoso, resíduo hospitalar, solo contaminado
9053|landfill|relleno sanitario, vertedero|aterro sanitário
906|street cleaning|limpieza de calles|limpeza urbana
9065|asbestos|asbesto, amianto|amianto
9067|pest control, fumigation, disinfection, rodent control|control de plagas, fumigación, desinfección, desratización, sanitización|controlo de pragas, desinfestação, desinfeção, desratização
9071|environmental impact, environmental study, environmental management, carbon footprint, ESG, biodiversity study, greenhouse gas inventory|impacto ambiental, estudio ambiental, gestión ambiental, huella de carbono, línea base, inventario de gases|impacto ambiental, estudo ambiental, gestão ambiental, pegada de carbono, biodiversidade
9072|reforestation, erosion control, mine closure, revegetation, nature conservation|control de erosión, cierre de minas, revegetación, conservación|controlo de erosão, encerramento de mina, revegetação, conservação da natureza
9073|air quality monitoring, water quality monitoring, soil remediation, dust monitoring, oil spill, tailings seepage, noise monitoring|monitoreo de calidad del aire, monitoreo de agua, remediación de suelos, monitoreo de polvo, derrame, infiltración, monitoreo de ruido|monitorização da qualidade do ar, monitorização da água, remediação de solos, derrame, monitorização de ruído
909|cleaning service, sanitation|servicio de limpieza, servicio de aseo|serviço de limpeza
9091|office cleaning, industrial cleaning, tank cleaning, window cleaning, high-pressure cleaning|limpieza de oficinas, limpieza industrial, limpieza de estanques, limpieza de vidrios, hidrolavado|limpeza de escritórios, limpeza industrial, limpeza de tanques, limpeza de vidros
9092|washroom service, hygiene service|servicio de higiene, baños químicos|serviço de higiene, casa de banho química
`
