// node --import tsx tests/bench/pdf.ts: one agreement as a document, again and again. Lines of JSON.
import { agreementDocument } from "#app/components/agreements/agreement-document";
import { translator } from "#app/i18n/instance.server";
import { writePdf } from "#app/platform/pdf.server";
import { measure, report } from "#tests/bench/measure";
import { exampleDocument } from "#tests/support/factories/agreement-document";

/** Issue 4, "Speed". */
const limits = { milliseconds: 300, megabytes: 60 };
const megabytes = () => process.memoryUsage.rss() / 1024 / 1024;

const paper = agreementDocument(exampleDocument(), translator("sv", "document"), "sv");
const before = megabytes();
let most = before;
const write = async () => {
  await writePdf(paper);
  most = Math.max(most, megabytes());
};
// The first one reads the fonts and warms the program up: it is told by itself.
const first = await measure(1, 1, write);
const { p50, p95 } = await measure(30, 1, write);
report("pdf_first", first.p50, "ms");
report("pdf_p50", p50, "ms", { to: "limit_300_ms", ratio: p50 / limits.milliseconds });
report("pdf_p95", p95, "ms", { to: "limit_300_ms", ratio: p95 / limits.milliseconds });
report("pdf_extra_memory", most - before, "MB", {
  to: "limit_60_MB",
  ratio: (most - before) / limits.megabytes,
});
