/** Words people use for CPV 31 and 32: significant digits | English | Spanish | Portuguese, each a comma list. */
export const electricalAndElectronicsKeywords = `
31|electrical, electric|eléctrico, material eléctrico|elétrico, material elétrico
3111|electric motor, induction motor, geared motor|motor eléctrico, motor de inducción, motorreductor|motor elétrico, motorredutor
3112|generator, genset, diesel generator, generating set|generador, grupo electrógeno|gerador, grupo gerador
3113|alternator|alternador|alternador
3114|cooling tower|torre de enfriamiento|torre de arrefecimento
3116|winding, stator, rotor, coil winding|bobinado, estator, rotor, rebobinado|enrolamento, estator, rotor
3117|transformer, power transformer, distribution transformer|transformador, transformador de poder|transformador
3121|circuit breaker, switchboard, electrical panel, fuse, contactor, switchgear, control panel, MCC|interruptor, tablero eléctrico, fusible, contactor, celda de media tensión, tablero de control, CCM|disjuntor, quadro elétrico, fusível, contactor, painel de controlo
3122|connector, terminal, plug connector, crimp, resistor network|conector, terminal, borne|conector, terminal, borne
3131|power line supply|línea eléctrica|linha elétrica
3132|power cable, medium voltage cable, mining cable, low voltage cable|cable de poder, cable de media tensión, cable minero|cabo de energia, cabo de média tensão
3134|cable gland, cable joint, heat shrink, cable tray accessory|prensaestopa, mufa, termocontraíble|prensa-cabos, junção de cabo, termorretrátil
3135|wire harness, wiring harness, cable assembly, control cable, cable loom, data cable|arnés eléctrico, arnés de cables, mazo de cables, cable de control, ensamble de cables|chicote elétrico, cablagem, cabo de controlo, montagem de cabos
314|battery, cell|batería, pila|bateria, pilha
3143|lead-acid battery, traction battery, accumulator|batería de plomo, batería de tracción, acumulador|bateria de chumbo, bateria de tração, acumulador
3144|lithium battery, battery pack, lithium-ion, energy storage|batería de litio, pack de baterías, almacenamiento de energía|bateria de lítio, pack de baterias, armazenamento de energia
315|lighting, LED|iluminación, LED|iluminação, LED
3152|luminaire, LED floodlight, street light, lamp post|luminaria, foco LED, proyector LED, luminaria pública|luminária, projetor LED, candeeiro
3161|ignition, starter motor, vehicle wiring|motor de partida, arranque, encendido|motor de arranque, ignição
3162|siren, signal light, beacon|baliza, sirena, señal luminosa|sirene, sinal luminoso
3163|magnet, electromagnet, magnetic separator|imán, electroimán, separador magnético|íman, eletroíman, separador magnético
3164|electroplating machine, ultrasonic cleaner|máquina de electrodeposición, limpiador ultrasónico|máquina de galvanoplastia
3165|insulator, bushing|aislador, bushing|isolador, bucha
3166|carbon brush, graphite electrode, anode|carbón para motor, electrodo de grafito, ánodo|escova de carvão, elétrodo de grafite, ânodo
3168|conduit, socket, cable tray, junction box, wiring accessory|canalización eléctrica, enchufe, bandeja portacables, escalerilla, caja de derivación|eletroduto, tomada, esteira de cabos, caixa de derivação
317|electronics, electronic|electrónica, electrónico|eletrónica, eletrónico
3171|printed circuit board, PCB, PCB assembly, PCBA, SMT, surface mount, semiconductor, sensor board, microcontroller, chip, circuit board, electronic assembly, soldering line, capacitor|circuito impreso, tarjeta electrónica, PCB, ensamble de tarjetas, SMT, montaje superficial, semiconductor, microcontrolador, ensamble electrónico, condensador|placa de circuito impresso, placa eletrónica, PCB, montagem SMT, semicondutor, microcontrolador, montagem eletrónica
3172|relay, solenoid, actuator|relé, solenoide, actuador|relé, solenoide, atuador
3173|variable frequency drive, VFD, inverter, rectifier, power electronics, UPS, soft starter|variador de frecuencia, inversor, rectificador, electrónica de potencia, UPS, partidor suave|variador de frequência, inversor, retificador, eletrónica de potência, UPS
3222|television transmitter|transmisor de televisión|transmissor de televisão
3223|two-way radio, walkie-talkie, transceiver, radio base|radio portátil, radio base, transceptor, radiocomunicación|rádio portátil, transcetor, radiocomunicação
3224|camera, video camera, thermal camera|cámara, videocámara, cámara térmica|câmara, câmara térmica
3225|mobile phone, smartphone, rugged phone|teléfono móvil, celular, smartphone|telemóvel, smartphone
3226|IoT gateway, data transmission, LoRa, LoRaWAN, telemetry radio|gateway IoT, transmisión de datos, LoRa|gateway IoT, transmissão de dados
323|audiovisual, television, projector screen|audiovisual, televisor|audiovisual, televisor
3234|loudspeaker, microphone, amplifier|parlante, micrófono, amplificador|altifalante, microfone, amplificador
3242|router, network switch, firewall device, access point, wifi|router, switch de red, punto de acceso, wifi|router, switch de rede, ponto de acesso
3244|telemetry, remote terminal, RTU, remote sensing device|telemetría, terminal remota|telemetria, terminal remoto
3251|wireless network, LTE, 5G, private network|red inalámbrica, LTE privado, 5G|rede sem fios, LTE, 5G
3253|satellite link, VSAT|enlace satelital, VSAT|ligação por satélite
3256|optical fibre, fiber optic, fibre optic cable|fibra óptica, cable de fibra|fibra ótica
3258|modem, data logger unit|módem, equipo de datos|modem
`
