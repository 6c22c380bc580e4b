/** How many questions an organisation asks about one call, its own and those that it follows. */
export const questionLimit = 30
