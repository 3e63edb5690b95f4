#pragma once

#include "core/data/document_store.h"
#include "core/nodes/node.h"

namespace roundtrip {

/// A document database in the manner of MongoDB. A command's time is a base and a share for each
/// document that it examined, so that an index helps.
class DocumentStoreNode : public Node {
  public:
    DocumentStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showDocuments(); }

  private:
    Process serve(Message message);
    DocumentStore::Outcome execute(const DocumentCommand& command);
    void recordOutcome(const DocumentStore::Outcome& outcome, RequestId request, SpanId span);
    void showDocuments() const;

    DocumentStore store_;
};

[[nodiscard]] NodeKind documentStoreKind();

} // namespace roundtrip
