#include "core/kernel/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace roundtrip {

namespace {

const EVP_MD* algorithmOf(Digest digest) {
    switch (digest) {
    case Digest::sha1:
        return EVP_sha1();
    case Digest::sha256:
        return EVP_sha256();
    case Digest::sha384:
        return EVP_sha384();
    case Digest::sha512:
        return EVP_sha512();
    }
    return EVP_sha256();
}

} // namespace

std::string digestOf(Digest digest, std::string_view bytes) {
    std::string result(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(result.data()), &size,
               algorithmOf(digest), nullptr);
    result.resize(size);
    return result;
}

std::string hmac(Digest digest, std::string_view key, std::string_view bytes) {
    std::string result(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    HMAC(algorithmOf(digest), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
         reinterpret_cast<unsigned char*>(result.data()), &size);
    result.resize(size);
    return result;
}

} // namespace roundtrip
