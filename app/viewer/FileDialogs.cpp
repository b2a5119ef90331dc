#include "FileDialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace isostain {

QFileDialog* makeOpenDialog(const QString& title, QSettings& store, const QString& folderKey, QWidget* parent)
{
    auto* dialog = new QFileDialog(parent, title, store.value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [&store, folderKey](const QString& path) { store.setValue(folderKey, QFileInfo(path).path()); });
    return dialog;
}

QFileDialog* makeSaveDialog(const QString& title, const QString& proposed, const QString& suffix, QSettings& store,
                            const QString& folderKey, QWidget* parent)
{
    QFileDialog* dialog = makeOpenDialog(title, store, folderKey, parent);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(proposed);
    return dialog;
}

}
