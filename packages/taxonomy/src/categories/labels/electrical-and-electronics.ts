/** Our own names for CPV 31 and 32, one row each: significant digits | English | Spanish. */
export const electricalAndElectronicsLabels = `
31|Electrical machines, parts and lighting|Máquinas y materiales eléctricos; iluminación
311|Motors, generators and transformers|Motores, generadores y transformadores
3111|Motors, electric|Motores de corriente
3112|Generating sets|Grupos generadores
3113|AC generators|Alternadores
3114|Cooling towers for plants|Torres de enfriamiento
3115|Lamp ballasts|Balastos
3116|Parts for motors and transformers|Repuestos de motores y transformadores
3117|Power and distribution transformers|Transformadores de poder y distribución
312|Switchgear and control gear|Tableros, maniobra y control
3121|Breakers, fuses, switches and panels|Interruptores, fusibles y tableros
3122|Connectors, terminals and circuit parts|Conectores, terminales y partes de circuito
3123|Parts for switchgear|Repuestos de tableros y maniobra
313|Wire and cable, insulated|Cables y conductores aislados
3131|Power supply lines|Líneas de alimentación
3132|Power cable|Cables de poder
3133|Coax cable|Cable coaxial
3134|Cable glands, joints and accessories|Prensaestopas, mufas y accesorios de cable
3135|Control, data and harness cable|Cables de control, datos y arneses
314|Batteries and cells|Baterías y pilas
3141|Single-use cells|Pilas primarias
3142|Single-use batteries|Baterías primarias
3143|Rechargeable accumulators|Acumuladores recargables
3144|Battery packs|Packs de baterías
315|Lighting|Iluminación
3151|Filament and discharge lamps|Ampolletas y lámparas de descarga
3152|Luminaires and floodlights|Luminarias y proyectores
3153|Lamp parts|Partes de lámparas
316|Other electrical equipment|Otros equipos eléctricos
3161|Electrics for vehicles and engines|Eléctricos para vehículos y motores
3162|Alarms and signal devices|Alarmas y señalización
3163|Magnets and magnetic separators|Imanes y separadores magnéticos
3164|Single-purpose electrical machines|Máquinas eléctricas de función propia
3165|Insulators|Aisladores
3166|Carbon brushes and electrodes|Carbones y electrodos
3167|Electrical spares for machines|Repuestos eléctricos de máquinas
3168|Sockets, conduit and wiring supplies|Enchufes, canalización y material eléctrico
317|Electronic components and assemblies|Componentes y conjuntos electrónicos
3171|Electronic parts and circuit boards|Componentes electrónicos y tarjetas de circuito
3172|Relays, solenoids and electromechanics|Relés, solenoides y electromecánica
3173|Power electronics and drives|Electrónica de potencia y variadores
32|Radio, sound, image and telecom equipment|Equipos de radio, sonido, imagen y telecomunicaciones
322|Transmitters and cameras|Transmisores y cámaras
3221|Studio and broadcast equipment|Equipos de estudio y emisión
3222|TV transmitters|Transmisores de televisión
3223|Two-way radios and transceivers|Radios bidireccionales y transceptores
3224|Video cameras|Cámaras de video
3225|Mobile phones|Teléfonos móviles
3226|Data transmission gear|Equipos de transmisión de datos
3227|Digital transmission|Transmisión digital
323|Radio, TV, audio and video sets|Aparatos de radio, televisión, audio y video
3231|Radio sets|Radios receptores
3232|TV and audiovisual sets|Televisores y audiovisuales
3233|Recorders and players|Grabadores y reproductores
3234|Microphones, loudspeakers and amplifiers|Micrófonos, parlantes y amplificadores
3235|Parts for audio and video|Repuestos de audio y video
3236|Intercoms|Intercomunicadores
324|Data networks|Redes de datos
3241|Local networks|Redes locales
3242|Switches, routers and network parts|Switches, routers y partes de red
3243|Wide networks|Redes extensas
3244|Telemetry and terminals|Telemetría y terminales
325|Telecom equipment|Equipos de telecomunicaciones
3251|Wireless systems|Sistemas inalámbricos
3252|Telecom cable|Cables de telecomunicación
3253|Satellite equipment|Equipos satelitales
3254|Telephone exchanges|Centrales telefónicas
3255|Telephones and parts|Teléfonos y partes
3256|Fibre optics|Fibra óptica
3257|Communication systems|Sistemas de comunicación
3258|Data equipment and modems|Equipos de datos y módems
`
