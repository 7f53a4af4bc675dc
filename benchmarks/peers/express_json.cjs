// Express, sending JSON: express_json.cjs HOST PORT FOLDER, in which Express is installed.
const fs = require("fs");
const path = require("path");
const express = require(path.join(process.argv[4], "node_modules", "express"));

const data = JSON.parse(fs.readFileSync(process.env.BENCH_ANSWER, "utf8"));
const app = express();
app.get("/", (request, response) => response.json(data));
app.listen(Number(process.argv[3]), process.argv[2]);
