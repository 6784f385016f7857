"""Networks' names as their papers write them: the same in every language."""

NAMES = {
    "lenet5": "LeNet-5",
    "simple_cnn": "SimpleCNN",
    "chollet_convnet": "Chollet",
    "alexnet": "AlexNet",
    "vgg16": "VGG-16",
    "resnet18": "ResNet-18",
    "mobilenet_v3_small": "MobileNetV3-Small",
    "efficientnet_lite0": "EfficientNet-Lite0",
}
