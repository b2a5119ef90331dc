#pragma once

#include <QString>

class QFileDialog;
class QSettings;
class QWidget;

namespace isostain {

/// A dialog for a file that exists. It begins in the folder that the settings keep under `folderKey`, and keeps the one that
/// was chosen there. Deletes itself when it is closed; to be opened by the caller. `store` outlives `parent`.
QFileDialog* makeOpenDialog(const QString& title, QSettings& store, const QString& folderKey, QWidget* parent);
/// The same for a file to be written, with `proposed` as its name; asks before an existing file is chosen. `suffix` without a
/// dot is added where none was typed.
QFileDialog* makeSaveDialog(const QString& title, const QString& proposed, const QString& suffix, QSettings& store,
                            const QString& folderKey, QWidget* parent);

}
