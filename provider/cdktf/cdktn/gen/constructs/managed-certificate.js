"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ManagedCertificate = void 0;
const cdktn_1 = require("cdktn");
const constructs_1 = require("constructs");
const index_js_1 = require("../certificate/index.js");
const index_js_2 = require("../profile/index.js");
const given_js_1 = require("./given.js");
const importing_connector_js_1 = require("./importing-connector.js");
const judge_names_js_1 = require("./judge-names.js");
const whole_js_1 = require("./whole.js");
class ManagedCertificate extends constructs_1.Construct {
    constructor(scope, id, props) {
        super(scope, id);
        this.profile = this.makeProfile(id, props);
        this.certificate = this.enroll(props);
        for (const [name, value] of [
            ["full_chain", this.certificate.fullChainPem],
            ["serial_number", this.certificate.serialNumber],
            ["expires", this.certificate.notAfter],
        ]) {
            new cdktn_1.TerraformOutput(this, name, { value }).overrideLogicalId(`${id}_${name}`);
        }
        this.node.addValidation({ validate: () => judge(props) });
    }
    makeProfile(id, props) {
        const { connector, organization, scmProfile, key, allowedNames, name = id } = props;
        const link = connector instanceof importing_connector_js_1.ImportingConnector ? connector.connector : connector;
        return new index_js_2.Profile(this, "profile", {
            name,
            connector: (0, whole_js_1.whole)(link.ref),
            enrollmentMethod: "csrPem" in key ? "csr" : "rest_api",
            ...(0, given_js_1.given)({ allowedNames: allowedNames && [...allowedNames] }),
            ...(typeof organization === "number" ? { organizationId: organization } : { organization }),
            ...(typeof scmProfile === "number" ? { scmProfileId: scmProfile } : { scmProfile }),
        });
    }
    enroll(props) {
        const { key, subjectAlternativeNames, renewal, comments, externalRequesters } = props;
        return new index_js_1.Certificate(this, "certificate", {
            profile: (0, whole_js_1.whole)(this.profile.ref),
            ...key,
            subjectAlternativeNames: [...subjectAlternativeNames],
            ...(0, given_js_1.given)({
                renewal,
                comments,
                externalRequesters: externalRequesters && [...externalRequesters],
            }),
        });
    }
}
exports.ManagedCertificate = ManagedCertificate;
function judge(props) {
    const { key, subjectAlternativeNames, allowedNames, renewal, organization, scmProfile } = props;
    const excludes = renewal?.windowDays !== undefined && renewal.windowShare !== undefined;
    return [
        ...judgeNamed("organization", organization),
        ...judgeNamed("scmProfile", scmProfile),
        ...(0, judge_names_js_1.judgeNames)(subjectAlternativeNames, allowedNames),
        ...("csrPem" in key ? judgeRequest(key.csrPem) : judgeKey(key)),
        ...(excludes ? ["renewal: windowDays and windowShare exclude each other; give one of them"] : []),
    ];
}
function judgeRequest(csrPem) {
    if (csrPem.includes("PRIVATE KEY-----")) {
        return [
            "csrPem holds a private key, and would be written into the synthesized file; give the request alone",
        ];
    }
    const isRequest = cdktn_1.Token.isUnresolved(csrPem) || /-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(csrPem);
    return isRequest ? [] : ["csrPem is no certificate request in PEM"];
}
function judgeNamed(property, value) {
    const isGiven = typeof value === "number" || value.trim() !== "";
    return isGiven ? [] : [`${property} is empty; give its name as SCM has it, or its id`];
}
function judgeKey({ privateKeyWo, privateKeyWoVersion: version }) {
    const isWhole = cdktn_1.Token.isUnresolved(version) || (Number.isInteger(version) && version >= 1);
    return [
        ...(cdktn_1.Token.isUnresolved(privateKeyWo)
            ? []
            : [
                "privateKeyWo is a literal, and would be written into the synthesized file; give an ephemeral variable",
            ]),
        ...(isWhole ? [] : [`privateKeyWoVersion is ${version}; a whole number from 1 on is required`]),
    ];
}
