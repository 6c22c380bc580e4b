/** Whose is what an interpreter writes on a device, who has a link and no account: as much of its secret as tells links apart. */
export const seatWriter = (token: string): string => `interpreter-${token.slice(0, 8)}`
