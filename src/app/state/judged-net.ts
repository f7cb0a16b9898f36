// The plan's grids as rules, pages and exports know them; the model has it, so that the command line says the same.

export { gridByRecord, judgedNet, linesByHand, PARTY_ORGS, recordId } from "../../core/model/index.ts";
