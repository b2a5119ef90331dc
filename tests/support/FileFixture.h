#pragma once

#include <filesystem>
#include <string_view>

#include <QTemporaryDir>

namespace isostain::test {

/// A base of tests that write image files, broken ones among them: a temporary folder that is removed with the test, and a
/// libtiff that does not print what it thinks of them.
class FileFixture {
protected:
    FileFixture();

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path file(std::string_view name) const { return folder() / name; }

private:
    QTemporaryDir m_folder;
};

}
