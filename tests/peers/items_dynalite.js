// Asks dynalite, which imitates DynamoDB, what it answers to each operation on a table.
// Reads {"table": a body of CreateTable, "steps": [{"operation", "body"}]} and writes for each step
// {"status", "body"}. Needs: npm install dynalite, found through NODE_PATH.
const http = require("http");
const dynalite = require("dynalite");

let text = "";
process.stdin.on("data", (piece) => (text += piece));

const ask = (port, operation, body) => new Promise((resolve, reject) => {
    const headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": `DynamoDB_20120810.${operation}`,
        "X-Amz-Date": "20260101T000000Z",
        Authorization: "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, " +
            "SignedHeaders=host, Signature=a",
    };
    const request = http.request({ host: "127.0.0.1", port, method: "POST", headers }, (response) => {
        let answer = "";
        response.on("data", (part) => (answer += part));
        response.on("end", () => resolve({ status: response.statusCode, body: JSON.parse(answer) }));
    });
    request.on("error", reject);
    request.end(JSON.stringify(body));
});

process.stdin.on("end", () => {
    const question = JSON.parse(text);
    const server = dynalite({ createTableMs: 0 });
    server.listen(0, "127.0.0.1", async () => {
        const port = server.address().port;
        const made = await ask(port, "CreateTable", question.table);
        if (made.status !== 200) throw new Error(JSON.stringify(made.body));
        for (let state = ""; state !== "ACTIVE";) {
            const asked = await ask(port, "DescribeTable", { TableName: question.table.TableName });
            state = asked.body.Table.TableStatus;
        }
        const answers = [];
        for (const { operation, body } of question.steps) answers.push(await ask(port, operation, body));
        process.stdout.write(JSON.stringify(answers), () => process.exit(0));
    });
});
