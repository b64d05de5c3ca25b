"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ImportingConnector = void 0;
const constructs_1 = require("constructs");
const index_js_1 = require("../connector/index.js");
const index_js_2 = require("../data-sectigo-inventory/index.js");
const given_js_1 = require("./given.js");
const whole_js_1 = require("./whole.js");
class ImportingConnector extends constructs_1.Construct {
    constructor(scope, id, props) {
        super(scope, id);
        const { name, businessUnit, managingSensors, import: wanted = {} } = props;
        const { certificateTypes, organizations, assignmentRules, ...rest } = wanted;
        this.connector = new index_js_1.Connector(this, "connector", {
            name,
            ...(0, given_js_1.given)({ businessUnit, managingSensors: managingSensors && [...managingSensors] }),
            import: {
                ...rest,
                ...(0, given_js_1.given)({
                    certificateTypes: certificateTypes && [...certificateTypes],
                    organizations: organizations && [...organizations],
                    assignmentRules: assignmentRules?.map((rule) => (0, whole_js_1.whole)(rule.ref)),
                }),
            },
        });
        this.node.addValidation({ validate: () => judge(props) });
    }
    inventory(id, { filter, limit } = {}) {
        return new index_js_2.DataSectigoInventory(this, id, {
            connector: (0, whole_js_1.whole)(this.connector.ref),
            ...(0, given_js_1.given)({ filter, limit }),
        });
    }
}
exports.ImportingConnector = ImportingConnector;
function judge({ name, managingSensors, import: wanted }) {
    const { frequency, certificateTypes } = wanted ?? {};
    const isWhole = frequency === undefined || (Number.isInteger(frequency.value) && frequency.value >= 1);
    return [
        ...(name.trim() === "" ? ["name is empty; connectors are told apart by it"] : []),
        ...(managingSensors?.length === 0 ? ["managingSensors is empty; leave it out for all sensors"] : []),
        ...(certificateTypes?.length === 0 ? ["certificateTypes is empty; leave it out for all types"] : []),
        ...(isWhole ? [] : [`frequency.value is ${frequency.value}; a whole number from 1 on is required`]),
    ];
}
