/** What seals and opens; it comes when it is first needed, so that other pages do not carry it. */
export const sealing = async () => import('@enlace/sealing')
