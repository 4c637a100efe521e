/** The database did not answer in time, or cannot be reached: the answer is 503. */
export class DatabaseUnavailable extends Error {}
