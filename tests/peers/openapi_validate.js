// Reads an OpenAPI document from the standard input and says whether swagger-parser accepts it.
// Needs: npm install @apidevtools/swagger-parser, found through NODE_PATH.
const parser = require("@apidevtools/swagger-parser");

let text = "";
process.stdin.on("data", (piece) => (text += piece));
process.stdin.on("end", async () => {
    try {
        await parser.validate(JSON.parse(text));
        console.log(JSON.stringify({ valid: true }));
    } catch (error) {
        console.log(JSON.stringify({ valid: false, why: String(error.message) }));
    }
});
