// Run by reminders.ts with DATABASE_URL: one nightly pass in a process of its own. Answers its figures as a message.
import { planReminders } from "#app/services/notifications/plan-reminders.server";
import { closeDatabase } from "#db/client.server";

const began = performance.now();
const { looked, planned } = await planReminders();
const milliseconds = performance.now() - began;
// The most that the whole process ever took, the program itself with it.
const megabytes = process.resourceUsage().maxRSS / 1024;
process.send!({ looked, planned, milliseconds, megabytes }, async () => {
  await closeDatabase();
  process.exit();
});
