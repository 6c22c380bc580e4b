/** What an organiser tells everybody: a message of its own words, or a ring of the bell. */
export const announcementKinds = ['message', 'two-minutes', 'next-round'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]
