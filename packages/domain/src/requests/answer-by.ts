/** So long before answers are due those who still have some to give are reminded. */
export const answerReminderDays = 2
