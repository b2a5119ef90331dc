#include "plots/MethodText.h"

#include <QCoreApplication>

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MethodText)
};

}

QString methodText(const std::string& method)
{
    if (method == "source")
        return Texts::tr("Source");
    if (method == "target")
        return Texts::tr("Target");
    if (method == "staingan")
        return QStringLiteral("StainGAN");
    if (method == "stainnet")
        return QStringLiteral("StainNet");
    QString name = QString::fromStdString(method);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

}
