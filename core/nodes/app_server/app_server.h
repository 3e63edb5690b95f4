#pragma once

#include "core/auth/json_web_token.h"
#include "core/auth/password.h"
#include "core/auth/rate_limiter.h"
#include "core/auth/session_store.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/resource.h"
#include "core/kernel/single_flight.h"
#include "core/nodes/app_server/handling.h"
#include "core/nodes/app_server/routes.h"
#include "core/nodes/connection_pool.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"
#include "core/tasks/circuit_breaker.h"
#include "core/web/middleware.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace roundtrip {

struct FieldProblem;
namespace orm {
struct Model;
}

/// A web application in the manner of a framework: a pool of workers, layers of middleware around
/// a routing table, and a handler of blocks per route.
class AppServer : public Node {
  public:
    AppServer(const NodeKind& kind, RunContext& context, NodeSetup setup);
    ~AppServer() override;
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;
    void linksChanged() override;
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  protected:
    void parametersChanged() override;
    void stopped() override;
    void started() override;

  private:
    using Program = AppProgram;

    Process serve(Message message);
    Task<Permit> takeWorker(RequestId request, SpanId span);
    void returnWorker(Permit& worker, SimTime arrivedAt);
    Task<> answer(const Program& program, Handling& handling);
    Task<> runBlocks(const std::vector<HandlerBlock>& blocks, Handling& handling);
    Task<> runBlock(const HandlerBlock& block, Handling& handling);
    Task<> compute(const HandlerBlock& block, const Handling& handling);
    Task<> runAtOnce(const HandlerBlock& block, Handling& handling);

    // Layers: app_server_layers.cpp
    void before(const Program& program, Handling& handling);
    void passLayer(const Middleware& layer, Handling& handling);
    void redirectToHttps(Handling& handling);
    void serveFile(const Middleware& layer, Handling& handling);
    void showMenu(const Middleware& layer, Handling& handling);
    void limitRate(const Middleware& layer, Handling& handling);
    void parseBody(const Middleware& layer, Handling& handling);
    void findSession(Handling& handling);
    void checkToken(const Middleware& layer, Handling& handling);
    void checkCsrf(Handling& handling);
    void after(const Program& program, Handling& handling);
    void writeSessionCookie(const Middleware& layer, Handling& handling);
    static void writeErrorPage(const Middleware& layer, Handling& handling);

    // Versions of the API: app_server_versions.cpp
    /// Notes which version the request gets; false when it is refused for that.
    [[nodiscard]] bool takeVersion(Handling& handling);
    [[nodiscard]] RoutingTable::Match matchInVersion(const Handling& handling) const;
    /// False when the request is refused: it names no version, and only some of them could answer.
    [[nodiscard]] bool needsNoVersion(const RoutingTable::Match& match, Handling& handling);
    static void listVersions(Handling& handling);
    /// Says in the answer of which version it is, and how long that one will be there.
    static void nameVersion(const Route* route, Handling& handling);

    // Blocks that ask cache, database and other services: app_server_blocks.cpp
    [[nodiscard]] static Message ask(const Handling& handling, Payload payload);
    [[nodiscard]] bool usesCache();
    Task<> cacheGet(const HandlerBlock& block, Handling& handling);
    Task<bool> findInCache(const HandlerBlock& block, const std::string& key, Handling& handling);
    Task<> load(const HandlerBlock& block, std::string key, Handling& handling);
    Task<> loadOnce(const HandlerBlock& block, std::string key, Handling& handling);
    Task<> cacheWrite(const HandlerBlock& block, Handling& handling);
    void recordNoCache(const Handling& handling);
    Task<> query(const HandlerBlock& block, Handling& handling);
    void respond(const HandlerBlock& block, Handling& handling);

    // Blocks that steer others: app_server_flow.cpp
    [[nodiscard]] static nlohmann::json knownNames(const Handling& handling);
    Task<> when(const HandlerBlock& block, Handling& handling);
    Task<> repeat(const HandlerBlock& block, Handling& handling);
    Task<> forEach(const HandlerBlock& block, Handling& handling);
    Task<> runRounds(const HandlerBlock& block, nlohmann::json members, Handling& handling);

    // Ways to the database: app_server_database.cpp
    Task<SqlReply> sendSql(SqlCommand command, Handling& handling);
    Task<SqlReply> askDatabase(NodeId database, SqlCommand command, Handling& handling);
    Task<std::optional<ConnectionPool::Loan>> borrowConnection(Handling& handling);
    [[nodiscard]] NodeId databaseFor(const SqlCommand& command);
    Task<> transaction(const HandlerBlock& block, Handling& handling);
    Task<> tryTransaction(const HandlerBlock& block, Handling& handling);
    /// The connection of a transaction that an ORM began outside of any.
    using OwnTransaction = ConnectionPool::Loan;
    Task<> beginTransaction(SqlCommand command, Handling& handling);
    Task<> steerTransaction(const std::string& word, std::optional<OwnTransaction>& own,
                            Handling& handling);
    [[nodiscard]] static SqlCommand beginCommand(const HandlerBlock& block);
    Task<> endTransaction(SqlCommand::Step step, Handling& handling);
    void showPool() const;

    // Blocks that ask a key-value or a document store: app_server_stores.cpp
    Task<> askKeys(const HandlerBlock& block, Handling& handling);
    Task<> askDocuments(const HandlerBlock& block, Handling& handling);
    void takeDocuments(const HandlerBlock& block, Handling& handling, DocumentReply reply);

    // Messages of channels: app_server_subscriptions.cpp
    void takePush(Message message);
    /// Subscribes as the parameters say now; the store closed the connection, or they changed.
    void listen();
    Process receiveMessage(Message message);

    // Blocks that ask a partitioned table: app_server_items.cpp
    Task<> askItems(const HandlerBlock& block, Handling& handling);
    Task<ItemAnswer> sendItems(const HandlerBlock& block, items::ItemRequest request,
                               Handling& handling);
    void takeItems(const HandlerBlock& block, const items::ItemRequest& request,
                   const ItemAnswer& answer, Handling& handling);

    // Blocks on models and pages: app_server_data.cpp
    Task<tl::expected<nlohmann::ordered_json, Error>>
    runOrm(const Program& program, std::string expression, std::string each, Handling& handling);
    Task<> orm(const Program& program, const HandlerBlock& block, Handling& handling);
    void render(const Program& program, const HandlerBlock& block, Handling& handling);
    Task<> resource(const Program& program, const HandlerBlock& block, Handling& handling);
    Task<> listObjects(const Program& program, const orm::Model& model, Handling& handling);
    Task<> createObject(const Program& program, const orm::Model& model, Handling& handling);
    Task<> workOnObject(const Program& program, const orm::Model& model,
                        HandlerBlock::Operation operation, Handling& handling);
    static void answerWithTag(Handling& handling, const nlohmann::ordered_json& object,
                              const std::string& tag);
    void refuseFields(Handling& handling, const std::vector<FieldProblem>& problems);
    void failToStore(Handling& handling, const Error& error);

    // Other services: app_server_calls.cpp
    Task<> callService(const HandlerBlock& block, Handling& handling);
    Task<> callOtherwise(const HandlerBlock& block, Handling& handling);
    static void takeAnswer(const HandlerBlock& block, Handling& handling,
                           const http::Response& response);
    /// Null when the block has none.
    tasks::CircuitBreaker* breakerOf(const HandlerBlock& block);
    /// False when the service is not to be asked now.
    bool mayCall(const HandlerBlock& block, const Handling& handling);
    void noteCall(const HandlerBlock& block, const Handling& handling, bool isGood);

    // Work for later: app_server_tasks.cpp
    Task<> enqueue(const HandlerBlock& block, Handling& handling);
    Task<> askTaskStatus(const HandlerBlock& block, Handling& handling);
    Task<> runTask(const HandlerBlock& block, Handling& handling);
    void refuseTask(Handling& handling, const std::string& task);
    static void takeTask(const HandlerBlock& block, Handling& handling, std::uint64_t id,
                         const TaskState& state);

    // Blocks about who somebody is: app_server_sign_in.cpp
    Task<> signUp(Handling& handling);
    Task<> login(const HandlerBlock& block, Handling& handling);
    void openSession(Handling& handling, const auth::Principal& principal);
    void issueToken(Handling& handling, const auth::Principal& principal);
    void refresh(Handling& handling);
    void logout(Handling& handling);
    void requireOwner(const HandlerBlock& block, Handling& handling);
    [[nodiscard]] bool isPassword(const std::string& password, const std::string& hash);
    [[nodiscard]] auth::PasswordCost passwordCost() const;
    [[nodiscard]] std::string secretBytes(std::size_t size);

    // Sign-in with an identity provider: app_server_oauth.cpp
    struct PendingSignIn {
        std::string state;
        std::string verifier;
        SimTime startedAt;
    };
    void oauthStart(const HandlerBlock& block, Handling& handling);
    Task<> oauthFinish(const HandlerBlock& block, Handling& handling);
    [[nodiscard]] std::optional<PendingSignIn> takePending(const HandlerBlock& block,
                                                           Handling& handling);
    Task<std::string> idTokenFor(const HandlerBlock& block, const PendingSignIn& pending,
                                 Handling& handling);
    Task<http::Response> askProvider(const std::string& provider, http::Request request,
                                     Handling& handling);

    /// Null when none answers: the request is answered then.
    [[nodiscard]] const Route* route(Handling& handling);
    [[nodiscard]] bool mayUse(const Route& route, Handling& handling);
    void recordMatch(const Handling& handling, const RoutingTable::Match& match);
    void pass(const Handling& handling, std::string_view check, std::string_view reason);
    /// Notes that a rule refused, and answers with the status.
    void refuse(Handling& handling, std::string_view check, std::string_view reason, int status);
    void fail(Handling& handling, int status, std::string_view reason);
    void reply(Handling& handling, int status, const nlohmann::json& body);
    /// Reads the program anew when a parameter says something else than before.
    void readProgram();
    /// What layers keep from one request to the next goes by the rules of the new program.
    void followRules(const Program* before);
    void showWorkers() const;

    struct Breaker {
        tasks::CircuitBreaker::Rule rule;
        tasks::CircuitBreaker state;
    };
    /// What one request found for all that wait for the same key.
    struct Loaded {
        std::string result;
        Provenance provenance;
        bool isAnswered = false;
        http::Response response;
    };

    std::shared_ptr<const Program> program_;
    SingleFlight<Loaded> flights_{simulation()}; ///< by the key in the cache
    nlohmann::json source_;                      ///< the parameters that it was read from
    Resource workers_;
    StationStatistics statistics_;

    ConnectionPool pool_;
    std::size_t nextReplica_ = 0;
    nlohmann::json listensTo_ = nlohmann::json::array(); ///< the parameter, as it is subscribed

    RandomStream secrets_;
    RandomStream computing_;
    RandomStream jitter_; ///< of the pauses before further tries
    auth::SessionStore sessions_;
    auth::SessionStore refreshes_; ///< by refresh token
    std::set<std::string> revoked_;
    std::map<std::string, PendingSignIn> pending_; ///< by the cookie "oauth"
    auth::LoginGuard guard_;
    std::map<std::string, auth::TokenBucket> buckets_;             ///< by client
    std::map<std::string, auth::SlidingWindow> windows_;           ///< by client
    std::map<std::string, http::Response> created_;                ///< by Idempotency-Key
    std::map<std::pair<std::string, std::string>, bool> verified_; ///< password and hash

    std::map<std::string, Breaker, std::less<>> breakers_; ///< by service
    RandomStream taskDurations_;
    RandomStream taskFailures_;
    std::uint64_t inlineTasks_ = 0;
};

[[nodiscard]] NodeKind appServerKind();

} // namespace roundtrip
