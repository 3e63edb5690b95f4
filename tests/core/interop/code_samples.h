#pragma once

namespace roundtrip::test {

inline constexpr const char* kRoute =
    R"([{"method": "GET", "path": "/users/<int:id>", "access": "admin",
    "handler": [
        {"do": "cache_get", "key": "user:{id}", "otherwise": [
            {"do": "query", "sql": "SELECT name FROM users WHERE id = :id"},
            {"do": "cache_set", "key": "user:{id}"}]},
        {"do": "respond"}]}])";

inline constexpr const char* kInDjango = R"(
# urls.py
path("users/<int:id>", views.users_id),

# views.py
@require_http_methods(["GET"])
@role_required("admin")
def users_id(request, id):
    result = cache.get(f"user:{id}")
    if result is None:
        result = db.execute("SELECT name FROM users WHERE id = :id", {"id": id})
        cache.set(f"user:{id}", result)
    return JsonResponse(result, safe=False)
)";

inline constexpr const char* kInFlask = R"(
@app.get("/users/<int:id>")
@roles_required("admin")
def users_id(id):
    result = cache.get(f"user:{id}")
    if result is None:
        result = db.execute("SELECT name FROM users WHERE id = :id", {"id": id})
        cache.set(f"user:{id}", result)
    return jsonify(result)
)";

inline constexpr const char* kInExpress = R"(
app.get("/users/:id", requireRole("admin"), async (req, res) => {
  let result = await cache.get(`user:${req.params.id}`);
  if (result === undefined) {
    result = await prisma.$queryRawUnsafe("SELECT name FROM users WHERE id = $1", req.params.id);
    await cache.set(`user:${req.params.id}`, result);
  }
  res.json(result);
});
)";

inline constexpr const char* kInRails = R"(
# config/routes.rb
get "/users/:id", to: "shop#users_id"

# app/controllers/shop_controller.rb
before_action -> { require_role("admin") }, only: :users_id
def users_id
  result = Rails.cache.read("user:#{params[:id]}")
  if result.nil?
    result = Record.find_by_sql(["SELECT name FROM users WHERE id = :id", id: params[:id]])
    Rails.cache.write("user:#{params[:id]}", result)
  end
  render json: result
end
)";

inline constexpr const char* kModels = R"({"app": "shop", "models": [{"name": "Book", "fields": [
                {"name": "title", "type": "text", "max_length": 40}]}]})";

inline constexpr const char* kOrmRoute = R"X([{"method": "GET", "path": "/books", "handler": [
            {"do": "orm", "expression": "Book.objects.filter(title='Emma')"}]}])X";

} // namespace roundtrip::test
