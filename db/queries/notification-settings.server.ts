import { sql } from "drizzle-orm";
import type { NotificationSettings } from "#app/domain/notifications/kinds";
import type { Tx } from "#db/client.server";

/** Keeps what somebody has chosen; roles that are not named stay as they are. */
export async function saveSettings(tx: Tx, userId: string, settings: NotificationSettings): Promise<void> {
  await tx.execute(sql`
    INSERT INTO notification_settings AS s (user_id, phone, choices)
    VALUES (${userId}, ${settings.phone}, ${JSON.stringify(settings.choices)}::jsonb)
    ON CONFLICT (user_id) DO UPDATE
       SET phone = excluded.phone, choices = s.choices || excluded.choices, updated_at = now()`);
}
