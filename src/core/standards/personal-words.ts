// Words in an attribute's name, and shapes of a value, that mean a resident's own data. Registers hold posts and
// counts, not persons; names, identity and telephone numbers, addresses, health, hardship and credit are refused
// (Personal Information Protection Law, Articles 28 to 31).

const NAMES =
  /姓名|身份证|手机|电话|住址|门牌|出生|病|残疾|低保|困难户|信用|征信|宗教|银行卡|车牌|\b(resident|person|full|first|last|given|family) ?name\b|identity|passport|phone|mobile|home address|birth|health (record|status|condition)|disab|hardship|credit|religio|bank card/i;

const VALUES = /(^|\D)(1[3-9]\d{9}|\d{17}[\dXx]|\d{6}(18|19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx])(?!\d)/;

/** True when an attribute of this name would hold personal data. */
export const isPersonalName = (name: string): boolean => NAMES.test(name);

/** True when a text looks like an identity or a mobile telephone number. */
export const isPersonalValue = (text: string): boolean => VALUES.test(text);
