/** Our own names for CPV 35 and 90, one row each: significant digits | English | Spanish. */
export const environmentAndSafetyLabels = `
35|Safety, fire, police and defence equipment|Equipos de seguridad, incendio, policía y defensa
351|Emergency and safety equipment|Equipos de emergencia y seguridad
3511|Fire, rescue and personal protection|Incendio, rescate y protección personal
35113|Personal protective equipment|Elementos de protección personal
3512|Cameras, access control and alarms|Cámaras, control de acceso y alarmas
352|Equipment for police|Equipos policiales
353|Weapons|Armamento
354|Army vehicles|Vehículos militares
355|Navy ships|Buques militares
356|Air force craft|Aeronaves militares
357|Military electronics|Electrónica militar
358|Personal and support kit|Equipo individual y de apoyo
3581|Kit worn by one person|Equipo individual
3582|Flags and support kit|Banderas y equipo de apoyo
90|Waste, sewage, cleaning and environment|Residuos, alcantarillado, aseo y ambiente
904|Sewage|Aguas servidas
9041|Sewage removal|Retiro de aguas servidas
9042|Sewage treatment|Tratamiento de aguas servidas
9043|Sewage disposal|Disposición de aguas servidas
9045|Septic tank treatment|Tratamiento de fosas sépticas
9046|Emptying of tanks and pits|Vaciado de fosas
9047|Cleaning of sewers|Limpieza de alcantarillas
9048|Running of sewers|Operación de alcantarillado
905|Waste collection and recycling|Recolección y reciclaje de residuos
9051|Waste: collection, recycling and disposal|Residuos: recolección, reciclaje y disposición
9052|Hazardous waste|Residuos peligrosos
9053|Running of landfills|Operación de rellenos
906|Cleaning of streets and public places|Limpieza de calles y espacios públicos
9061|Street sweeping|Barrido de calles
9062|Snow clearing|Despeje de nieve
9065|Asbestos removal|Retiro de asbesto
9067|Pest control|Control de plagas
907|Environmental advice and monitoring|Asesoría y monitoreo ambiental
9071|Environmental studies and management|Estudios y gestión ambiental
9072|Protection of nature|Protección de la naturaleza
9073|Monitoring and clean-up of pollution|Monitoreo y remediación de contaminación
9074|Tracking of pollutants|Seguimiento de contaminantes
909|Cleaning of buildings and plants|Aseo de edificios y plantas
9091|Cleaning of offices, plants and tanks|Limpieza de oficinas, plantas y estanques
9092|Hygiene services|Servicios de higiene
`
