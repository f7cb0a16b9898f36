// Words in both languages, as packs give them.

import * as z from "zod/mini";

export const bilingual = z.strictObject({
  zh: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
});
export type Bilingual = z.infer<typeof bilingual>;
